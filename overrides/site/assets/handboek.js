// Small helps for every page. Text, links and sheets work without this file.
"use strict";

const assets = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/[^/]*$/, "");

/** Open the search box; everything that searching needs is fetched now, not before. */
function openSearch() {
  if ("handboekSearch" in globalThis) return globalThis.handboekSearch.open();
  const script = document.createElement("script");
  script.src = `${assets}search.js`;
  script.onload = () => globalThis.handboekSearch.open();
  document.head.append(script);
}

document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable], dialog");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  openSearch();
});

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest("[data-search-open]")) {
    event.preventDefault();
    openSearch();
  }
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

for (const bar of document.querySelectorAll("[data-page-tools]")) bar.removeAttribute("hidden");
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
document.querySelector("[data-share]")?.addEventListener("click", share);

// On paper everything that is folded stands open.
window.addEventListener("beforeprint", () => document.querySelectorAll("details:not(.menu-narrow)").forEach((part) => part.setAttribute("open", "")));
