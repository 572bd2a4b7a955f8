// Small helps for every page. Text, links and sheets work without this file.
"use strict";

/** Open the theme's search with a real button, so that the keyboard reaches it on a narrow screen too. */
function openSearch() {
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  if (!toggle || !field) return;
  toggle.checked = true;
  toggle.dispatchEvent(new Event("change"));
  field.focus();
}

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (target.closest("[data-search-open]")) openSearch();
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
