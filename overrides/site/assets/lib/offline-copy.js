// The worker that keeps the handbook where there is no connection, as pages speak with it.
"use strict";

var OfflineCopy = (() => {
  /** The browser's workers, where it has them and lets us. */
  const workers = () => {
    try {
      return "caches" in window ? navigator.serviceWorker : undefined;
    } catch {
      return undefined;
    }
  };

  /** @param {URL} root */
  const script = (root) => new URL("sw.js", root);

  /** Ask for the worker of this site. @param {ServiceWorkerContainer} workers @param {URL} root */
  const register = (workers, root) => workers.register(script(root), { scope: root.pathname, updateViaCache: "none" });

  /** Whether a message comes from the worker of this site, and not from that of another edition on its host.
   * @param {MessageEvent} message @param {URL} root */
  const ours = ({ source }, root) => /** @type {ServiceWorker | null} */ (source)?.scriptURL === script(root).href;

  /** @param {number} bytes */
  const size = (bytes) => `${(bytes / 1_000_000).toFixed(1).replace(".", ",")} MB`;

  return { workers, register, ours, size };
})();
