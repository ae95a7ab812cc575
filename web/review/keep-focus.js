/**
 * Keeps the focus at what was just decided while its buttons change; whoever has moved on meanwhile is left alone.
 * @param {HTMLElement} element
 * @param {string} decided the `data-decides` of the place
 */
export function focusDecided(element, decided) {
  const here = document.activeElement;
  if (here !== document.body && !element.contains(here)) return;
  const button = element.querySelector(`[data-decides="${CSS.escape(decided)}"] button`);
  if (button instanceof HTMLElement) button.focus();
}
