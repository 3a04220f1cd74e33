// The current page is brought into sight among the sections at the side, where these are longer than the window.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const place = document.querySelector(".sidebar-scroll"), current = place?.querySelector("[aria-current]");
  if (!current) return;
  const below = current.getBoundingClientRect().bottom - place.getBoundingClientRect().bottom;
  if (below > 0) place.scrollTo({ top: place.scrollTop + below + place.clientHeight / 2, behavior: "instant" });
});
