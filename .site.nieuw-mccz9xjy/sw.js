// Keeps the handbook for where there is no connection. The build fills in the list of files, `BOOK`.
//
// A version is one cache. It is filled whole, each file checked against its hash, before anything is read from it;
// what goes wrong on the way is thrown away, and the version that was there stays. Files that did not change are taken
// over, not fetched again. A page that is open keeps its version until the reader asks for the new one.
"use strict";

/** @typedef {{version: string, pages: Record<string, string>, sheets: Record<string, string>}} Book Path → hash. */
/** @type {Book} */
const BOOK = { version: "", pages: {}, sheets: {} };

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL("./", worker.location.href);
const PREFIX = `handboek ${scope.pathname} `;
const NAME = PREFIX + BOOK.version;
const WHOLE = new URL("volledig", scope).href; // in a cache that holds every page of its version
const SHEETS_KEPT = new URL("bladen-bewaard", scope).href;
const SOME_KEPT = new URL("sommige-bladen", scope).href; // in a cache with some of the sheets: their paths
const USED = new URL("in-gebruik", scope).href; // in a cache that pages were read from
/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  woff2: "font/woff2",
  pdf: "application/pdf",
  webmanifest: "application/manifest+json",
  xml: "application/xml",
  wasm: "application/wasm",
};

/** Where a file with these bytes is kept. @param {string} path @param {string} hash */
const keyOf = (path, hash) => new URL(`${path}?${hash}`, scope).href;

/** Tell every open page of this handbook, also those that were opened before there was a worker. @param {object} message */
async function tell(message) {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
    if (client.url.startsWith(scope.href)) client.postMessage(message);
}

/** The caches of this handbook, the newest of them last. */
const caches_ = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Those of them with a mark. @param {string} mark */
async function marked(mark) {
  const found = [];
  for (const name of await caches_()) if (await (await caches.open(name)).match(mark)) found.push(name);
  return found;
}

/** Those of them that came in whole; a browser that was closed halfway leaves one that did not. */
const whole = () => marked(WHOLE);

/** Whether each of these files is in the cache of this version, as its mark says. @param {Record<string, string>} files @param {string} mark */
async function holds(files, mark) {
  if (!(await caches.has(NAME))) return false;
  const cache = await caches.open(NAME);
  if (!(await cache.match(mark))) return false;
  const kept = new Set((await cache.keys()).map((key) => key.url));
  return Object.entries(files).every(([path, hash]) => kept.has(keyOf(path, hash)));
}

/** Fetch a file and check that it is the one of this version. @param {string} path @param {string} hash */
async function fetched(path, hash) {
  const address = new URL(path.replace(/(^|\/)index\.html$/, "$1"), scope);
  const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" });
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const found = Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== hash) throw new Error(`${path}: other version`);
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return new Response(body, { headers: { "Content-Type": TYPES[ending] ?? "application/octet-stream" } });
}

/** Put these files into the cache of this version, taking over what another version has already.
 * @param {Record<string, string>} files @param {"pages" | "sheets"} what */
async function fill(files, what) {
  const cache = await caches.open(NAME);
  const others = await Promise.all((await caches_()).filter((name) => name !== NAME).map((name) => caches.open(name)));
  const wanted = Object.entries(files);
  let [done, bytes] = [0, 0];
  const next = async () => {
    for (let entry = wanted.pop(); entry; entry = wanted.pop()) {
      const [path, hash] = entry;
      const key = keyOf(path, hash);
      if (!(await cache.match(key))) {
        let taken;
        for (const other of others) taken ??= await other.match(key);
        const answer = taken ?? (await fetched(path, hash));
        bytes += (await answer.clone().arrayBuffer()).byteLength;
        await cache.put(key, answer);
      }
      done += 1;
      if (done % 10 === 0) tell({ type: "progress", what, done, all: Object.keys(files).length, bytes });
    }
  };
  /** @param {any} error */
  const stop = (error) => {
    wanted.splice(0); // one that fails stops them all
    throw error;
  };
  // All have ended before anybody clears up what they left.
  const ends = await Promise.allSettled(Array.from({ length: 6 }, () => next().catch(stop)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** @param {any} error */
const reason = (error) => ({ reason: error?.name === "QuotaExceededError" ? "full" : "failed", detail: String(error) });

async function keepPages() {
  const before = (await whole()).includes(NAME);
  try {
    await fill(BOOK.pages, "pages");
    if ((await marked(SHEETS_KEPT)).length) await keepSheets();
    await keepSome([]);
    await (await caches.open(NAME)).put(WHOLE, new Response(new Date().toISOString().slice(0, 10)));
  } catch (error) {
    if (!before) await caches.delete(NAME);
    await tell({ type: "failed", what: "pages", ...reason(error) });
    throw error;
  }
}

async function keepSheets() {
  await fill(BOOK.sheets, "sheets");
  await (await caches.open(NAME)).put(SHEETS_KEPT, new Response("ja"));
}

/** The sheets that a cache holds beside its pages, where somebody asked for some of them. @param {string} name
 * @returns {Promise<string[]>} */
async function some(name) {
  const mark = await (await caches.open(name)).match(SOME_KEPT);
  return mark ? await mark.json() : [];
}

/** Keep these sheets too, beside those of which somebody asked the same before. @param {string[]} paths */
async function keepSome(paths) {
  const asked = new Set(paths);
  for (const name of await marked(SOME_KEPT)) for (const path of await some(name)) asked.add(path);
  const wanted = [...asked].filter((path) => Object.hasOwn(BOOK.sheets, path));
  if (!wanted.length) return;
  await fill(Object.fromEntries(wanted.map((path) => [path, BOOK.sheets[path]])), "sheets");
  await (await caches.open(NAME)).put(SOME_KEPT, new Response(JSON.stringify(wanted)));
}

/** All sheets or none: those that came before it went wrong would only take room. */
async function dropSheets() {
  const cache = await caches.open(NAME);
  await cache.delete(SHEETS_KEPT);
  await Promise.all(Object.entries(BOOK.sheets).map(([path, hash]) => cache.delete(keyOf(path, hash))));
}

/** What comes in at this moment: two tabs that ask for the same wait for the same. @type {Map<string, Promise<void>>} */
const coming = new Map();

/** @param {string} what @param {() => Promise<void>} work */
function once(what, work) {
  const now = coming.get(what) ?? work().finally(() => coming.delete(what));
  coming.set(what, now);
  return now;
}

worker.addEventListener("install", (event) => event.waitUntil(keepPages()));

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const others = (await whole()).filter((name) => name !== NAME);
      const used = (await marked(USED)).filter((name) => others.includes(name));
      // The version before this one stays for pages that are still open; older ones go, and those that nobody read. So
      // do halves, unless one is coming in at this moment.
      const stay = [NAME, ...(used.length ? used : others).slice(-1)];
      await (await caches.open(NAME)).put(USED, new Response("ja"));
      const all = worker.registration.installing ? others : await caches_();
      await Promise.all(all.filter((name) => !stay.includes(name)).map((name) => caches.delete(name)));
      if (!others.length) await worker.clients.claim();
      await tell({ type: "kept" });
    })(),
  );
});

worker.addEventListener("message", (event) => {
  if (event.data === "switch") worker.skipWaiting();
  if (event.data === "pages") {
    event.waitUntil(
      once("pages", keepPages).then(
        () => tell({ type: "kept" }),
        () => {},
      ),
    );
  }
  if (event.data === "sheets") {
    const work = () =>
      keepSheets().then(
        () => tell({ type: "sheets" }),
        async (error) => {
          await dropSheets();
          await tell({ type: "failed", what: "sheets", ...reason(error) });
        },
      );
    event.waitUntil(once("sheets", work));
  }
  if (event.data?.type === "some") {
    const paths = /** @type {unknown[]} */ (event.data.paths).map(String);
    const work = () =>
      keepSome(paths).then(
        () => tell({ type: "some", paths }),
        (error) => tell({ type: "failed", what: "some", ...reason(error) }),
      );
    event.waitUntil(once(`some ${paths.join(" ")}`, work));
  }
  if (event.data === "state") {
    const state = async () =>
      event.source?.postMessage({
        type: "state",
        pages: await holds(BOOK.pages, WHOLE),
        sheets: await holds(BOOK.sheets, SHEETS_KEPT),
        some: await some(NAME),
        version: BOOK.version,
        since: await (await (await caches.open(NAME)).match(WHOLE))?.text(),
      });
    event.waitUntil(state());
  }
});

/** The file that an address means. @param {URL} address */
function pathOf(address) {
  let path = address.pathname.slice(scope.pathname.length);
  try {
    path = decodeURIComponent(path);
  } catch {
    // no address of ours: the server says what it is
  }
  if (path === "" || path.endsWith("/")) return `${path}index.html`;
  return `${path}/index.html` in BOOK.pages ? `${path}/index.html` : path;
}

worker.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== scope.origin || !address.pathname.startsWith(scope.pathname))
    return;
  event.respondWith(answer(event.request, address));
});

/** @param {Request} request @param {URL} address @returns {Promise<Response>} */
async function answer(request, address) {
  const path = pathOf(address);
  const hash = BOOK.pages[path] ?? BOOK.sheets[path];
  const kept = hash && (await caches.match(keyOf(path, hash), { cacheName: NAME }).catch(() => undefined));
  if (kept) {
    // A folder without its last slash: links on the page count from the slash.
    const folder = path.endsWith("/index.html") && !/(\/|\/index\.html)$/.test(address.pathname);
    return folder ? Response.redirect(`${address.origin}${address.pathname}/${address.search}`) : kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    // No connection. A file of the version before, for a page that is still open; else a page that says so.
    for (const name of (await whole()).reverse()) {
      const cache = await caches.open(name);
      const match = (await cache.keys()).find((key) => new URL(key.url).pathname === new URL(path, scope).pathname);
      if (match) return /** @type {Response} */ (await cache.match(match));
    }
    if (request.mode !== "navigate" || path === "zonder-verbinding.html") throw error;
    return Response.redirect(new URL("zonder-verbinding.html", scope).href);
  }
}
