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
