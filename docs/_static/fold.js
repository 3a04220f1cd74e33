// What is folded on the screen stands open on paper. A link to a place within opens it, also where the browser would not.
(() => {
  "use strict";
  const folded = () => document.querySelectorAll("details:is(.kb-judgement, .kb-references):not([open])");
  const reveal = () => {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = place && place.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...folded()];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
  addEventListener("hashchange", reveal);
  addEventListener("DOMContentLoaded", reveal);
})();
