/** Pages by path. Following a link to a page of this server changes the page without loading a document. */

/**
 * @typedef {object} Entry one kind of page
 * @property {string} path with `:name` for the parts that differ
 * @property {string} tag the page's element
 * @property {() => Promise<unknown>} load imports the element
 * @property {boolean} [bare] whether it comes before everything else: no way leads from its head
 * @property {boolean} [whole] whether the page draws its own head
 */

/**
 * @param {Entry[]} entries the first that fits is taken
 * @param {string} path
 * @returns {{entry: Entry, params: Record<string, string>} | null}
 */
export function match(entries, path) {
  const parts = path.replace(/\/+$/, '').split('/');
  for (const entry of entries) {
    const wanted = entry.path.replace(/\/+$/, '').split('/');
    if (wanted.length !== parts.length) continue;
    /** @type {Record<string, string>} */
    const params = {};
    const fits = wanted.every((want, i) => {
      const part = parts[i] ?? '';
      if (!want.startsWith(':')) return want === part;
      params[want.slice(1)] = decode(part);
      return part !== '';
    });
    if (fits) return { entry, params };
  }
  return null;
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Tells `change` when another page is to be shown. */
export const place = new EventTarget();
/** Path and search of the page that is shown. */
const address = () => location.pathname + location.search;
let shown = address();
let visits = 0;

/** How many pages were opened before this one in this document. */
export const visitsBefore = () => visits;

function changed() {
  if (address() === shown) return;
  shown = address();
  visits += 1;
  place.dispatchEvent(new Event('change'));
}

/**
 * Goes to another page.
 * @param {string} path with search and hash
 * @param {{replace?: boolean, state?: unknown}} [how]
 */
export function go(path, { replace = false, state = null } = {}) {
  if (replace) history.replaceState(state, '', path);
  else history.pushState(state, '', path);
  if (location.hash === '') scrollTo(0, 0);
  changed();
}

addEventListener('popstate', changed);

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith('/api/')) return;
  if (to.pathname === location.pathname && to.search === location.search) return; // a place on this page: the browser's own work
  event.preventDefault();
  go(to.pathname + to.search + to.hash);
});
