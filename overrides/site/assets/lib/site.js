// Where this site stands, as seen from the script that runs: all scripts lie in one folder below its root.
"use strict";

// Each script that needs it brings this along, as the other files of `lib/`, so that no page mixes two editions of them.
var Site = (() => {
  const script = typeof document === "object" && document.currentScript;
  /** The root of this site, with its last slash; none where there is no page. */
  const root = script && "src" in script && script.src ? new URL("..", script.src) : null;

  /** The whole address of something on this site; on a disk a folder has no page of its own. @param {string} address */
  const at = (address) => {
    const url = new URL(`./${address}`, root ?? undefined);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  return { root, at };
})();
