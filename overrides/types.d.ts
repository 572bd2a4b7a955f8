// What the build puts before our scripts, for the check of their types.

/** Old addresses and where they went. */
declare const MOVED: Record<string, string>;
