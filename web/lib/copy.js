/** Copies the link in a box, or selects it where the browser forbids copying. @param {HTMLInputElement | null} box @returns {Promise<string>} what to tell the user */
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
