// Fetch a script of this site when it is needed, and not before.
"use strict";

var Scripts = (() => {
  /** Run a script of this site, by its name; several run in the order in which they were asked for. Rejects where it cannot be had.
   * @param {string} name @returns {Promise<void>} */
  const load = (name) =>
    new Promise((done, failed) => {
      const script = Elements.el("script", { src: Site.at(`assets/${name}`) });
      script.async = false;
      script.addEventListener("load", () => done());
      script.addEventListener("error", failed);
      document.head.append(script);
    });

  return { load };
})();
