// The lessons that somebody is writing, on this device: each a draft of its own, and none written over by another window.
"use strict";

/**
 * @typedef {Record<string, string | string[]>} LessonValues What is typed and what is ticked, by field.
 * @typedef {{values: LessonValues, stamp: string, changed: number, saved: string}} Draft
 *   `stamp` tells who wrote it last, `changed` when; `saved` says what was done with it as it is now.
 * @typedef {{version: number, drafts: Record<string, Draft>}} DraftsState
 */

const Drafts = (() => {
  const KEY = "handboek-les";
  const VERSION = 2;

  /** @param {any} values @returns {LessonValues} */
  const values = (values) =>
    Object.fromEntries(
      Object.entries(Object(values)).filter(
        ([, value]) =>
          typeof value === "string" || (Array.isArray(value) && value.every((one) => typeof one === "string")),
      ),
    );

  /** What a form that nobody touched holds already. */
  const BY_ITSELF = ["date", "status"];

  /** Whether there is nothing in it that somebody typed or ticked. @param {LessonValues} values */
  const empty = (values) =>
    !Object.entries(values).some(
      ([name, value]) => !BY_ITSELF.includes(name) && (typeof value === "string" ? value.trim() : value.length),
    );

  /** The drafts in a kept text; at first there was one, which was nothing but its values.
   * @param {string | null} text @returns {{value: DraftsState, notice: Notice}} */
  const read = (text) => {
    /** @type {DraftsState} */
    const state = { version: VERSION, drafts: {} };
    if (text === null) return { value: state, notice: "" };
    try {
      const data = JSON.parse(text);
      if (typeof data !== "object" || Array.isArray(data)) throw new TypeError("drafts");
      if (data?.version > VERSION) return { value: state, notice: "newer" };
      const drafts = data?.version === VERSION ? Object(data.drafts) : data ? { eerder: { values: data } } : {};
      for (const [id, one] of Object.entries(drafts)) {
        const { stamp, changed, saved } = Object(one);
        state.drafts[BrowserStorage.safe(id)] = {
          values: values(Object(one).values),
          stamp: String(stamp ?? ""),
          changed: Number(changed) || 0,
          saved: typeof saved === "string" ? saved : "",
        };
      }
      return { value: state, notice: "" };
    } catch {
      return { value: state, notice: "damaged" };
    }
  };

  /**
   * One window with the drafts: it works on one of them at a time.
   * @param {Place} place @param {(name: string) => string} remembered @param {(name: string, value: string) => void} remember
   *   What this window keeps for itself: on which draft it works, also after a reload.
   */
  const open = (place, remembered, remember) => {
    const store = BrowserStorage.open(KEY, place, read);
    let id = remembered(KEY);
    /** The last that we read or wrote of our draft. */
    let stamp = "";

    const all = () => Object.entries(store.value.drafts);
    const mine = () => (Object.hasOwn(store.value.drafts, id) ? store.value.drafts[id] : null);

    /** Work on a draft from now on. @param {string} which */
    const take = (which) => {
      store.refresh();
      id = which;
      stamp = mine()?.stamp ?? "";
      remember(KEY, id);
      return mine();
    };

    /** The draft of before a reload; else the last one that is not finished. Nothing where a new one begins. */
    const begin = () => {
      store.refresh();
      const last = all()
        .filter(([, { saved, values }]) => !saved && !empty(values))
        .sort(([, one], [, other]) => other.changed - one.changed)[0];
      return take(id || last?.[0] || BrowserStorage.unique());
    };

    /** Whether another window wrote our draft after we last read it. */
    const overtaken = () => {
      const draft = mine();
      return draft !== null && draft.stamp !== stamp;
    };

    /** Keep what is written, whatever another window did: what it wrote stays, and this becomes a draft of its own.
     * @param {LessonValues} values @param {number} now @param {string} [saved] @returns {boolean} whether it parted */
    const keep = (values, now, saved = "") => {
      store.refresh();
      const parted = overtaken();
      if (parted) remember(KEY, (id = BrowserStorage.unique()));
      stamp = BrowserStorage.unique();
      const [key, draft] = [id, { values, stamp, changed: now, saved }];
      store.change((state) => {
        state.drafts[key] = draft;
      });
      return parted;
    };

    /** Throw a draft away; what comes back puts it back. @param {string} which */
    const drop = (which) => {
      store.refresh();
      const gone = store.value.drafts[which];
      store.change((state) => {
        delete state.drafts[which];
      });
      return () => {
        if (gone)
          store.change((state) => {
            state.drafts[which] ??= gone;
          });
      };
    };

    return {
      store,
      begin,
      take,
      keep,
      drop,
      overtaken,
      mine,
      fresh: () => take(BrowserStorage.unique()),
      /** The other drafts, the newest first. */
      others: () =>
        all()
          .filter(([key, { values }]) => key !== id && !empty(values))
          .sort(([, one], [, other]) => other.changed - one.changed),
      get id() {
        return id;
      },
    };
  };

  return { read, empty, open };
})();
