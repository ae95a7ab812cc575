/** Files out of what was dropped or chosen, each with its path below the folder that it came from. */

/** More files than these are not read by the server either. */
export const MOST_FILES = 10_000;
/** In bytes. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** @typedef {{file: File, name: string}} Named */

/** What no person wrote to be asked: hidden files, and folders that programs fill. @param {string} path */
const wanted = (path) => !path.split('/').some((part) => (part.startsWith('.') && part.length > 1) || part === 'node_modules' || part === '__MACOSX');

/** @param {Iterable<File>} files as a field has them @returns {Named[]} */
export const chosenFiles = (files) => [...files].map((file) => ({ file, name: file.webkitRelativePath || file.name })).filter(({ name }) => wanted(name));

/** @param {DataTransfer} data @returns {Promise<Named[]>} folders are walked through */
export async function droppedFiles(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null)) return chosenFiles(data.files);
  /** @type {Named[]} */
  const files = [];
  for (const entry of entries) if (entry) await walk(entry, files);
  return files;
}

/** @param {FileSystemEntry} entry @param {Named[]} files */
async function walk(entry, files) {
  const name = entry.fullPath.replace(/^\//, '');
  if (!wanted(name) || files.length > MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise((found, lost) => /** @type {FileSystemFileEntry} */ (entry).file(found, lost));
    files.push({ file, name });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // a folder is handed out in parts; the last part is empty
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((found, lost) => reader.readEntries(found, lost));
    if (part.length === 0) return;
    for (const inner of part) await walk(inner, files);
  }
}
