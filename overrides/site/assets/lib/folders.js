// Folders of the reader's own disk that a page may read and write, where a browser has them: each with what it is kept for.
"use strict";

/**
 * @typedef {FileSystemDirectoryHandle & {queryPermission?: (how: object) => Promise<string>, requestPermission?: (how: object) => Promise<string>}} Handle
 * @typedef {{id: string, handle: Handle, projects: string[], day: string}} Folder
 *   Which projects it holds, and on which day it was last brought up to date.
 */

var Folders = (() => {
  const WRITE = { mode: "readwrite" };
  /** So many files of a folder are read, and no file larger than this. */
  const MOST = { files: 200, bytes: 2_000_000 };

  /** The browser's question for a folder; nothing where it has none. */
  const picker = () =>
    /** @type {{showDirectoryPicker?: (how: object) => Promise<Handle>}} */ (/** @type {unknown} */ (window))
      .showDirectoryPicker;

  /** Whether this browser can open a folder at all. */
  const can = () => typeof picker() === "function" && "indexedDB" in window;

  /** Ask for a folder; nothing where somebody thinks better of it. @returns {Promise<Handle | null>} */
  const pick = async () => {
    try {
      return (await picker()?.call(window, { id: "projectmap", ...WRITE })) ?? null;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      throw error;
    }
  };

  /** @template T @param {IDBRequest<T>} asked @returns {Promise<T>} */
  const answer = (asked) =>
    new Promise((done, failed) => {
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });

  /** @returns {Promise<IDBDatabase>} */
  const database = () => {
    const asked = indexedDB.open(BrowserStorage.key("projectmappen"), 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("folders", { keyPath: "id" });
    return answer(asked);
  };

  /** @template T @param {IDBTransactionMode} mode @param {(all: IDBObjectStore) => IDBRequest<T>} ask */
  const within = async (mode, ask) => {
    const opened = await database();
    try {
      return await answer(ask(opened.transaction("folders", mode).objectStore("folders")));
    } finally {
      opened.close();
    }
  };

  /** The folders that this device was given. @returns {Promise<Folder[]>} */
  const all = () => within("readonly", (folders) => folders.getAll());

  /** @param {Folder} folder */
  const keep = (folder) => within("readwrite", (folders) => folders.put(folder));

  /** Let go of a folder; what is in it stays. @param {string} id */
  const drop = (id) => within("readwrite", (folders) => folders.delete(id));

  /** Whether a page may use a folder; only somebody who taps can be asked. @param {Handle} handle @param {boolean} ask */
  const open = async (handle, ask) => {
    if (!handle.queryPermission || (await handle.queryPermission(WRITE)) === "granted") return true;
    return ask && (await handle.requestPermission?.(WRITE)) === "granted";
  };

  /** The texts in a folder, by the name of their file; none for a file that cannot be read. @param {Handle} handle @param {string} end
   * @returns {Promise<Map<string, string | null>>} */
  const read = async (handle, end) => {
    /** @type {Map<string, string | null>} */
    const found = new Map();
    const entries = /** @type {{values: () => AsyncIterable<FileSystemHandle>}} */ (
      /** @type {unknown} */ (handle)
    ).values();
    for await (const entry of entries) {
      if (entry.kind !== "file" || !entry.name.endsWith(end) || found.size >= MOST.files) continue;
      try {
        const file = await /** @type {FileSystemFileHandle} */ (entry).getFile();
        found.set(entry.name, file.size <= MOST.bytes ? await file.text() : null);
      } catch {
        found.set(entry.name, null); // a disk that is just being brought up to date
      }
    }
    return found;
  };

  /** @param {Handle} handle @param {string} name @param {string} text */
  const write = async (handle, name, text) => {
    const file = await handle.getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  };

  return { can, pick, all, keep, drop, open, read, write };
})();
