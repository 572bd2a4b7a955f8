// What a page keeps in the browser: one text for each thing that is kept, which every open tab reads and writes.
//
// A change is a function. The last ones stay at hand, and are made again on a text that does not hold them: what another
// tab wrote when there was no room for ours, or at the same moment, when a browser shows a tab what stood there before.
"use strict";

/**
 * @typedef {"" | "damaged" | "newer" | "full" | "visit" | "page"} Notice
 *   What the reader must know: a text was set aside; it is of a newer version; there is no room; it is kept until this
 *   window closes; it is kept until this page closes.
 * @typedef {{storage: Storage | null, notice: Notice}} Place
 */

var BrowserStorage = (() => {
  /** So many tabs are remembered by what was read of them. */
  const TABS = 20;
  /** So many changes stay at hand. */
  const CHANGES = 200;
  const ASIDE = "-beschadigd-";

  /** Under which key something is kept: two handbooks on one host, in two folders, share nothing. A folder on a disk has no
   *  address that stays, since a next edition is unpacked beside it; there the name alone is the key.
   * @param {string} name @param {URL | null} [root] */
  const key = (name, root = Site.root) => (root && root.protocol !== "file:" ? `${name}:${root.pathname}` : name);

  /** The browser's storage: that of the device, else that of this window, else none. @param {Window} page @returns {Place} */
  const storageOf = (page) => {
    for (const [name, notice] of /** @type {["localStorage" | "sessionStorage", Notice][]} */ ([
      ["localStorage", ""],
      ["sessionStorage", "visit"],
    ])) {
      try {
        page[name].getItem("handboek");
        return { storage: page[name], notice };
      } catch {
        // refused: then the next
      }
    }
    return { storage: null, notice: "page" };
  };

  /** What this window alone keeps, until it closes; a browser may refuse, and then nothing is kept. */
  const forWindow = {
    /** @param {string} name */
    read(name) {
      try {
        return window.sessionStorage.getItem(key(name)) ?? "";
      } catch {
        return "";
      }
    },
    /** @param {string} name @param {string} text nothing to keep it no longer */
    write(name, text) {
      try {
        if (text) window.sessionStorage.setItem(key(name), text);
        else window.sessionStorage.removeItem(key(name));
      } catch {
        // then it is not kept
      }
    },
  };

  /** What was read of each tab when a text was written: tab → the number of its last change.
   * @param {string | null} text @returns {Map<string, number> | null} */
  const seenIn = (text) => {
    try {
      const { seen } = JSON.parse(text ?? "null");
      return Array.isArray(seen)
        ? new Map(
            seen.filter((one) => Array.isArray(one) && typeof one[0] === "string" && Number.isSafeInteger(one[1])),
          )
        : null;
    } catch {
      return null;
    }
  };

  /** A name that nobody else has. */
  const unique = () => Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join("");

  /** A key that an object takes as any other. @param {string} id */
  const safe = (id) => (id === "__proto__" ? "proto" : id);

  /**
   * Open what is kept under a name. `read` makes a value of a text, or of nothing, and never throws.
   * @template {object} T
   * @param {string} name @param {Place} place @param {(text: string | null) => {value: T, notice: Notice}} read
   * @param {{own?: string, kept?: (value: T) => object, settle?: (value: T) => void}} [options]
   *   Its key; what of a value is kept; what makes a value whole after each change.
   */
  const open = (name, { storage, notice: refused }, read, options = {}) => {
    const { own = key(name), kept = (value) => value, settle = () => {} } = options;
    const me = unique();
    let value = read(null).value;
    /** @type {Notice} */
    let notice = refused;
    let writable = storage !== null;
    let count = 0;
    /** The text that `value` came from. @type {string | null} */
    let held = null;
    /** @type {Map<string, number>} */
    let seen = new Map();
    /** Our last changes. @type {{number: number, edit: (value: T) => void, written: boolean}[]} */
    let mine = [];
    /** The number of the last of them that is in `value`. */
    let made = 0;
    /** @type {((value: T) => void)[]} */
    const listeners = [];

    /** The text as it is kept; before editions had keys of their own, the name was the key. */
    const now = () => (storage ? (storage.getItem(own) ?? storage.getItem(name)) : null);

    const load = () => {
      if (!storage || !writable) return;
      const text = now();
      const found = read(text);
      held = text;
      if (found.notice === "damaged" && text !== null) {
        try {
          storage.setItem(`${own}${ASIDE}${Date.now()}`, text);
          storage.setItem(own, JSON.stringify(kept(found.value)));
        } catch {
          found.notice = "full"; // no room to set it aside, so it stays where it is
          writable = false;
        }
      }
      if (found.notice === "newer") writable = false;
      if (found.notice) notice = found.notice;
      value = found.value;
      const known = seenIn(text);
      seen = known ?? new Map();
      made = known?.get(me) ?? 0;
      if (known && (known.has(me) || known.size < TABS)) return;
      // Whoever wrote without this list wrote what he wanted: an older edition, or the reader who cleared everything.
      mine = mine.filter(({ written }) => !written);
    };

    /** Our changes that `value` does not hold. */
    const missing = () => mine.filter(({ number }) => number > made);

    const write = () => {
      missing().forEach(({ edit }) => {
        edit(value);
        settle(value);
      });
      made = count;
      if (!storage || !writable) {
        mine = []; // made once: there is nothing to make them on again
        return;
      }
      try {
        const tabs = [...seen].filter(([tab]) => tab !== me).slice(1 - TABS);
        const text = JSON.stringify({ ...kept(value), seen: [...tabs, [me, count]] });
        storage.setItem(own, text);
        held = text;
        mine.forEach((one) => {
          one.written = true;
        });
        mine = mine.slice(-CHANGES);
        if (notice === "full") notice = refused;
      } catch {
        notice = "full";
      }
    };

    const tell = () => listeners.forEach((listener) => listener(value));

    /** Change what is kept. The function may run again, on what another tab wrote. @param {(value: T) => void} edit */
    const change = (edit) => {
      load();
      count += 1;
      mine.push({ number: count, edit, written: false });
      write();
      tell();
    };

    /** Whether something found no room. */
    const waits = () => writable && mine.some(({ written }) => !written);

    /** Look again at what is kept, and try again what found no room. */
    const refresh = () => {
      if (!waits() && now() === held) return;
      load();
      if (missing().length) write();
      tell();
    };

    /** Another tab changed something. @param {StorageEvent} event */
    const heard = (event) => {
      if (event.storageArea === storage && (event.key === own || event.key === name || event.key === null)) refresh();
    };

    /** The texts that were set aside, by their key. @returns {[string, string][]} */
    const aside = () => {
      if (!storage) return [];
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
      return keys
        .filter((one) => one.startsWith(own + ASIDE) || one.startsWith(name + ASIDE))
        .map((one) => [one, storage.getItem(one) ?? ""]);
    };

    /** Hear what other tabs write, and look again when this one comes back; what found no room is tried when it is put
     *  away too. @param {Window} page */
    const follow = (page) => {
      page.addEventListener("storage", heard);
      page.addEventListener("pageshow", (event) => event.persisted && refresh());
      page.document.addEventListener("visibilitychange", () => (!page.document.hidden || waits()) && refresh());
    };

    load();
    return {
      key: own,
      change,
      refresh,
      heard,
      follow,
      aside,
      /** @param {string} one */
      drop: (one) => storage?.removeItem(one),
      /** @param {(value: T) => void} listener */
      listen: (listener) => {
        listeners.push(listener);
        listener(value);
      },
      get value() {
        return value;
      },
      get notice() {
        return notice;
      },
    };
  };

  return { key, storageOf, forWindow, unique, safe, open };
})();
