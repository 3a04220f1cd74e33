// Tooltips: what a figure or a citation rests on. Opens with mouse and keyboard, can be read with the mouse, closes with Escape.
(() => {
  "use strict";
  const LINKS = "article a.kb-tip[title], article .bibtex-citation a[title]";
  const tip = document.createElement("div");
  tip.id = "kb-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  let timer, shown;

  const fill = (words) => {
    tip.replaceChildren(...words.split(" • ").map((part) => {
      const line = document.createElement("p");
      line.textContent = part;
      return line;
    }));
  };

  const place = (link) => {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12));
    const below = at.bottom + tip.offsetHeight + 8 < innerHeight || at.top < tip.offsetHeight + 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY}px`;
  };

  const show = (link) => {
    clearTimeout(timer);
    if (shown && shown !== link) shown.removeAttribute("aria-describedby");
    shown = link;
    fill(link.dataset.tip);
    tip.style.left = "0";
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    place(link);
  };

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
  };

  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 200); };
  const soon = (link) => { clearTimeout(timer); timer = setTimeout(() => show(link), shown ? 60 : 150); };

  // Opened as a file, a page may not fetch others: search then shows its hits without excerpts.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  // What search shows of a page leaves out the marks of disputed figures, which say nothing outside their sentence.
  if (typeof Search !== "undefined") {
    const mark = /<sup class="kb-mark">[^<]*<\/sup><span class="visually-hidden">[^<]*<\/span>/g;
    const told = Search.htmlToText;
    Search.htmlToText = (html, anchor) => told(html.replace(mark, ""), anchor);
  }

  addEventListener("DOMContentLoaded", () => {
    document.body.append(tip);
    for (const link of document.querySelectorAll(LINKS)) {
      link.dataset.tip = link.title;
      link.removeAttribute("title");
      link.addEventListener("mouseenter", () => soon(link));
      link.addEventListener("focus", () => show(link));
      link.addEventListener("mouseleave", later);
      link.addEventListener("blur", later);
    }
    tip.addEventListener("mouseenter", () => clearTimeout(timer));
    tip.addEventListener("mouseleave", later);
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

    // What scrolls sideways can be reached and scrolled with the keyboard.
    for (const box of document.querySelectorAll(".table-wrapper, .highlight pre")) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        box.setAttribute("role", "region");
        box.setAttribute("aria-label", "Scrolls sideways");
      }
    }
  });
})();
