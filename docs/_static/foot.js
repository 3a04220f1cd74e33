// A report of an error takes along the words that the reader has selected: they are read before the press of the mouse
// on the link can undo the selection.
(() => {
  "use strict";
  const LONGEST = 600;

  const selected = () => {
    const selection = getSelection(), within = document.querySelector("article");
    const words = selection.toString().replace(/\s+/g, " ").trim();
    return words && within?.contains(selection.anchorNode) ? words.slice(0, LONGEST) : "";
  };

  addEventListener("DOMContentLoaded", () => {
    const link = document.querySelector("a.kb-report");
    const fill = () => {
      const words = selected(), address = new URL(link.href);
      if (!words) return;
      address.searchParams.set("sentence", words);
      link.href = address;
    };
    link?.addEventListener("pointerdown", fill);
    link?.addEventListener("click", fill);
  });
})();
