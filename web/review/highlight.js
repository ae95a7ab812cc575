/** A phrase, its note and its words in the reference light up together when the pointer or the focus is on one of them. */

let lit = '';

/** @param {EventTarget | null} target */
function light(target) {
  /** @type {Set<string>} */
  const points = new Set();
  for (let at = target instanceof Element ? target.closest('[data-point]') : null; at; at = at.parentElement?.closest('[data-point]') ?? null) {
    points.add(at.getAttribute('data-point') ?? '');
  }
  const now = [...points].sort().join(' ');
  if (now === lit) return;
  lit = now;
  for (const element of document.querySelectorAll('[data-point]')) {
    element.classList.toggle('lit', points.has(element.getAttribute('data-point') ?? ''));
  }
}

document.addEventListener('pointerover', (event) => light(event.target));
document.addEventListener('focusin', (event) => light(event.target));
document.addEventListener('focusout', (event) => event.relatedTarget || light(null));

/** Letter and note lead to each other, and the focus goes along. @param {MouseEvent} event */
export function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a.evidence-key, a.note-key') : null;
  const target = link && document.getElementById((link.getAttribute('href') ?? '').slice(1));
  const other = target?.matches('a') ? target : target?.querySelector('.note-key');
  if (!(other instanceof HTMLElement)) return;
  event.preventDefault();
  other.focus({ preventScroll: true });
  other.scrollIntoView({ block: 'nearest' });
}
