/** Drafts on this device: what was typed and not yet acknowledged by the server. Each is removed only when the server has it. */

/** @import { Confidence } from '../lib/types.js' */

/**
 * @typedef {{session: string, place: number, text: string, flagged: boolean, confidence: Confidence, spentMillis: number, basedOn: number, at: number}} DraftHere
 *   `basedOn` is the server's revision it grew from, `at` this computer's time of the last key
 */

const DATABASE = 'rejoinder';
const STORE = 'drafts';

/** @type {Promise<IDBDatabase> | null} */
let opening = null;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['session', 'place'] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('The storage of this browser is in use by an older page.'));
  });
  opening.catch(() => (opening = null)); // asked again next time
  return opening;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>} once it is written
 */
async function within(mode, ask) {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** All drafts of a session on this device; rejects where the browser keeps nothing. @param {string} session @returns {Promise<DraftHere[]>} */
export const draftsHere = (session) =>
  within('readonly', (store) => store.getAll(IDBKeyRange.bound([session, 0], [session, Infinity])));

/** @param {DraftHere} draft rejects if the storage is full or not there */
export const keepHere = (draft) => within('readwrite', (store) => store.put(draft));

/** @param {string} session @param {number} place */
export const forgetHere = (session, place) => within('readwrite', (store) => store.delete([session, place]));

/** All drafts on this device. @returns {Promise<DraftHere[]>} */
export const allDraftsHere = () => within('readonly', (store) => store.getAll());

/** Removes all of them. */
export const forgetAllHere = () => within('readwrite', (store) => store.clear());
