/** Goes to an identity provider; this window remembers the page to return to. */
import { goToProvider } from '../api.js';

const KEY = 'sign-in-to';

/** Goes there; does not come back unless the provider cannot be reached. @param {string} to page of this server to go on to */
export async function go(to) {
  try {
    sessionStorage.setItem(KEY, to);
  } catch {
    // no storage: it goes on at home
  }
  const { address } = await goToProvider();
  location.assign(address);
}

/** Where to go on, and forgets it. */
export function goOn() {
  try {
    const to = sessionStorage.getItem(KEY) ?? '/';
    sessionStorage.removeItem(KEY);
    return ours(to);
  } catch {
    return '/';
  }
}

/** A page of this server, or home. @param {string} written */
export function ours(written) {
  const to = new URL(written, location.origin);
  return to.origin === location.origin && !to.pathname.startsWith('/sign-in') ? to.pathname + to.search + to.hash : '/';
}
