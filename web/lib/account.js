/** Who this page belongs to, as far as the page itself knows: the server looks at another cookie, which no script reads. */

/** Role and token of the sign-in, as the server has set them; two empty words without sign-in. @returns {[role: string, token: string]} */
function known() {
  const found = /(?:^|;\s*)rejoinder-page=([a-z]+)\.([^;]+)/.exec(document.cookie);
  return [found?.[1] ?? '', found?.[2] ?? ''];
}

/** What each change has to carry; "" where nobody signs in. */
export const formToken = () => known()[1];

/** Whether somebody is signed in here; on a personal server nobody is. */
export const signedIn = () => known()[0] !== '';

/** Whether this person may change the questions. */
export const changesQuestions = () => known()[0] !== 'candidate';

/** Whether this person manages classes. */
export const reviews = () => known()[0] === 'reviewer' || known()[0] === 'admin';

/** Whether this person may invite people. */
export const invites = () => known()[0] === 'admin';

/** Where everything is kept, seen from here. */
export const kept = () => (signedIn() ? 'on this server' : 'on this computer');

const LEFT = 'rejoinder-left';

/** Whether it is this window that signs out. */
let leaving = false;

/** Tells the other windows of this browser that somebody has signed out. */
export function tellOthers() {
  leaving = true;
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(LEFT);
  channel.postMessage('left');
  channel.close();
}

/** Goes to the sign-in page when another window of this browser signs out; the one that does has things to forget first. */
export function leaveWithOthers() {
  if (typeof BroadcastChannel === 'undefined') return;
  new BroadcastChannel(LEFT).addEventListener('message', () => {
    if (!leaving) location.replace('/sign-in');
  });
}

/** @typedef {"candidate" | "reviewer" | "admin"} Role */

/** @type {Record<Role, string>} */
export const ROLES = { candidate: 'Candidate', reviewer: 'Reviewer', admin: 'Administrator' };
