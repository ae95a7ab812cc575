/** Copies the link in a box; where a page may not, it is selected for the hand. @param {HTMLInputElement | null} box @returns {Promise<string>} what became of it */
export async function copyLink(box) {
  try {
    await navigator.clipboard.writeText(box?.value ?? '');
    return 'The link is copied.';
  } catch {
    box?.focus();
    box?.select();
    return 'The link is selected; copy it with Ctrl C.';
  }
}
