// Small helps for every page. Text, links and sheets work without this file.
"use strict";

{
  /** Open the search box; everything that searching needs is fetched now, not before. */
  function openSearch() {
    if ("handboekSearch" in globalThis) return handboekSearch.open();
    Scripts.load("search.js").then(
      () => handboekSearch.open(),
      () => {},
    );
  }

  // Who comes for something to fill in can begin at once: the first field that is there when the page stands.
  addEventListener("load", () => {
    if (location.hash !== "#invullen") return;
    const fields = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#invullen :is(input, select)"));
    [...fields].find((field) => field.checkVisibility())?.focus();
  });

  // With Control or Command: a sign alone would open it for whoever speaks to a computer (WCAG 2.1.4).
  document.addEventListener("keydown", (event) => {
    const shortcut =
      event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!shortcut || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    openSearch();
  });

  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.closest("[data-search-open]")) {
      event.preventDefault();
      openSearch();
    }
    if (target.closest("[data-print]")) window.print();
    const menu = document.querySelector(".menu-narrow[open]");
    if (menu && !target.closest(".menu-narrow")) menu.removeAttribute("open");
  });

  /** Share the address of this page, or copy it where a device cannot share. */
  async function share() {
    const address = location.href.split("#")[0];
    const told = /** @type {HTMLElement} */ (document.querySelector("[data-shared]"));
    try {
      if (navigator.share) await navigator.share({ title: document.title, url: address });
      else {
        await navigator.clipboard.writeText(address);
        told.textContent = "Adres gekopieerd.";
      }
    } catch {
      told.textContent = address;
    }
  }

  document.querySelector("[data-share]")?.addEventListener("click", share);

  /** What is selected in the text, below which heading: so says a mail where on the page something is wrong. Never what somebody
   * typed: that stays on the device. */
  function selectedPlace() {
    const chosen = getSelection();
    const text = chosen?.toString().replace(/\s+/g, " ").trim() ?? "";
    const article = document.querySelector("article");
    if (!chosen?.anchorNode || !text || !article?.contains(chosen.anchorNode)) return "";
    if (document.activeElement?.matches("input, textarea, select, [contenteditable]")) return "";
    const range = chosen.getRangeAt(0);
    if ([...article.querySelectorAll("form, [data-wrong]")].some((part) => range.intersectsNode(part))) return "";
    const start = chosen.getRangeAt(0).startContainer;
    const above = [...article.querySelectorAll("h1, h2, h3")].filter(
      (heading) => heading.contains(start) || heading.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const heading = above.at(-1)?.textContent?.trim();
    const quote = [...text].length > 200 ? `${[...text].slice(0, 199).join("")}…` : text;
    return heading && heading !== text ? `${heading}, bij: "${quote}"` : `"${quote}"`;
  }

  /** A mail about this page takes along what is selected; for that the link comes near, until nothing is selected. */
  function tellWhere() {
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-wrong]"));
    if (!link) return;
    const empty = link.href;
    let place = "";
    let going = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(going);
      const now = selectedPlace();
      if (now) {
        place = now;
        link.classList.add("near");
      } else {
        // A tap on the link ends the selection before it opens the link.
        going = window.setTimeout(() => {
          place = "";
          link.classList.remove("near");
        }, 700);
      }
    });
    link.addEventListener("click", () => {
      let signs = [...place];
      while (signs.length && empty.length + encodeURIComponent(signs.join("")).length > Number(link.dataset.wrong))
        signs = signs.slice(0, -1);
      link.href = empty + encodeURIComponent(signs.join(""));
    });
  }
  tellWhere();

  // On paper everything that is folded stands open.
  window.addEventListener("beforeprint", () =>
    document.querySelectorAll("details:not(.menu-narrow)").forEach((part) => part.setAttribute("open", "")),
  );

  /** The switch between light and dark takes the other colours of the theme, and is pressed where those are dark. */
  function switchColours() {
    const button = /** @type {HTMLElement | null} */ (document.querySelector("[data-colours]"));
    const options = /** @type {HTMLElement[]} */ (Elements.all("[data-md-component=palette] input"));
    const now = () => document.body.dataset.mdColorScheme;
    const tell = () => button?.setAttribute("aria-pressed", String(now() === button.dataset.colours));
    button?.addEventListener("click", () => options.find((one) => one.dataset.mdColorScheme !== now())?.click());
    new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    tell();
  }
  switchColours();

  /** A folder that was unpacked on a device has no server that finds the page in a folder. */
  if (location.protocol === "file:") {
    document.addEventListener(
      "click",
      (event) => {
        const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
        if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
      },
      true,
    );
  }

  /** Who keeps the handbook for on the way hears of a new edition, and chooses when to change. Throws where the browser
   *  lets no site keep anything. */
  async function offerNewEdition() {
    const registration = navigator.serviceWorker?.controller && (await navigator.serviceWorker.getRegistration());
    if (registration?.scope !== Site.root?.href || !registration) return; // none, or that of another edition around this one
    let asked = false;
    const offer = () => {
      if (!registration.waiting || document.querySelector(".new-edition")) return;
      const button = Elements.button("Lees de nieuwe uitgave", { class: "button" }, () => {
        asked = true;
        if (registration.waiting)
          registration.waiting.postMessage("switch"); // the newest: another may have come since
        else location.reload(); // another tab asked for it already
      });
      document.body.append(
        Elements.el("p", { class: "new-edition", role: "status" }, "Er is een nieuwe uitgave bewaard. ", button),
      );
    };
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (asked) location.reload();
    });
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => worker.state === "installed" && offer());
    });
    offer();
  }
  /** Whether somebody came from another page of this site. Not every browser tells which pages those were. */
  const further = () => {
    const { navigation } = /** @type {{navigation?: {entries: () => unknown[]}}} */ (/** @type {unknown} */ (window));
    return (navigation ? navigation.entries() : { length: history.length }).length > 1;
  };
  // Who reads on, or reads a conversation, hears once that the handbook can be kept: what says so is not fetched for who
  // just came in.
  const offers = document.querySelector("[data-keep-offer]") && location.protocol.startsWith("http");
  if (offers && (document.querySelector("[data-talk]") || further())) Scripts.load("offer.js").catch(() => {});

  offerNewEdition().catch(() => {});
}
