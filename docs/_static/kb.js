// Cards: what a figure, a mark of a picture or a citation rests on. They open with mouse, keyboard and touch, can be read and
// followed, and close with Escape. The first tap on a figure opens its card, a second one follows the link.
(() => {
  "use strict";
  const LINKS = "article a.kb-tip, article svg a.kc-mark, article .bibtex-citation a";
  const tip = document.createElement("div");
  tip.id = "kb-tip";
  tip.setAttribute("role", "group");
  tip.setAttribute("aria-label", "What this rests on");
  tip.hidden = true;
  let timer, shown, touched = false;

  const line = (words) => {
    const made = document.createElement("p");
    made.textContent = words;
    return made;
  };

  // The cards of the statements stand in a script of their own, which is asked for when the first link is touched. Without it,
  // as long as it is on its way or where it does not come, a link tells its title.
  let coming;
  const load = () => {
    coming ??= new Promise((done) => {
      const address = document.querySelector("meta[name=kb-cards]")?.content;
      if (!address) return;
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", done);
      document.head.append(script);
    });
    return coming;
  };

  const boxed = (...content) => {
    const made = document.createElement("div");
    made.append(...content);
    return made;
  };
  const card = (html) => {
    const made = document.createElement("template");
    made.innerHTML = html;
    return boxed(made.content);
  };

  // The card of a source is its line among the references of the page, and where what rests on it is told.
  const source = (anchor) => document.querySelector(`.kb-references li[data-of="${CSS.escape(anchor)}"]`);

  // The cards of a link: its statement first, then others that say the same figure.
  const cards = (link) => {
    const address = new URL(link.getAttribute("href"), location);
    const line = address.hash.startsWith("#cite-") && source(address.hash.slice(1));
    const whole = Object.assign(document.createElement("a"), { href: address, textContent: "What rests on it" });
    if (line) return [boxed(...line.cloneNode(true).childNodes, " ", whole)];
    const page = address.pathname.match(/([\w-]+)\.html$/)?.[1] ?? "";
    const more = [...link.classList].find((name) => name.startsWith("kb-also-"));
    const ids = [page + address.hash, ...(window.kbCards?.also[more?.slice(8)] ?? [])];
    return ids.map((id) => window.kbCards?.cards[id]).filter(Boolean).map(card);
  };

  const fill = (link) => {
    const found = cards(link), computed = link.classList.contains("kb-computed");
    const told = found.length && !computed ? [] : link.dataset.tip.split(" • ").map(line);
    tip.replaceChildren(...told, ...found);
    if (found.length > 1 && !computed) {
      found[0].after(Object.assign(line("The same figure stands in:"), { className: "kb-also" }));
    }
  };

  const place = (link) => {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const left = Math.max(12, Math.min(at.left, document.documentElement.clientWidth - tip.offsetWidth - 12));
    const below = at.bottom + tip.offsetHeight + 8 < innerHeight || at.top < tip.offsetHeight + 8;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY}px`;
  };

  const open = (link) => {
    fill(link);
    tip.style.left = "0";
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    place(link);
  };

  const show = (link) => {
    clearTimeout(timer);
    if (!link.dataset.tip && !cards(link).length) return;
    if (shown && shown !== link) shown.removeAttribute("aria-describedby");
    if (shown !== link || tip.hidden) open(link);
    shown = link;
    if (!window.kbCards) load().then(() => { if (shown === link && !tip.hidden) open(link); });
  };

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
  };

  const later = () => { clearTimeout(timer); timer = setTimeout(() => { if (!tip.contains(document.activeElement)) hide(); }, 200); };
  const soon = (link) => { clearTimeout(timer); timer = setTimeout(() => show(link), shown ? 60 : 150); };

  // Tab goes from the figure into its card, and from the last link of the card on behind the figure.
  const step = (event) => {
    const links = [...tip.querySelectorAll("a")];
    if (event.key !== "Tab" || tip.hidden || !links.length) return;
    if (document.activeElement === shown && !event.shiftKey) {
      event.preventDefault();
      links[0].focus();
    } else if (document.activeElement === links.at(event.shiftKey ? 0 : -1)) {
      const link = shown;
      if (event.shiftKey) event.preventDefault();
      link.focus();
      if (!event.shiftKey) hide();
    }
  };

  const close = () => {
    const link = shown, within = tip.contains(document.activeElement);
    hide();
    if (within) {
      link?.focus();
      hide();
    }
  };

  addEventListener("DOMContentLoaded", () => {
    document.body.append(tip);
    for (const link of document.querySelectorAll(LINKS)) {
      const drawn = link.querySelector("title");
      link.dataset.tip = drawn?.textContent ?? link.getAttribute("title") ?? link.getAttribute("aria-label") ?? "";
      drawn?.remove();
      link.removeAttribute("title");
      link.addEventListener("mouseenter", () => { if (!touched) soon(link); });
      link.addEventListener("focus", () => { if (!touched) show(link); });
      link.addEventListener("mouseleave", later);
      link.addEventListener("blur", later);
      link.addEventListener("click", (event) => {
        if (!touched || (shown === link && !tip.hidden) || (!link.dataset.tip && !cards(link).length)) return;
        event.preventDefault();
        show(link);
      });
    }
    tip.addEventListener("mouseenter", () => clearTimeout(timer));
    tip.addEventListener("mouseleave", later);
    addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
      if (!tip.hidden && !tip.contains(event.target) && !shown?.contains(event.target)) hide();
    });
    addEventListener("keydown", (event) => {
      touched = false;
      if (event.key === "Escape") close();
      step(event);
    });

    // What scrolls sideways can be reached and scrolled with the keyboard, on whatever screen it comes to do so.
    const reach = (box) => {
      const scrolls = box.scrollWidth > box.clientWidth;
      for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Scrolls sideways"]])
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
    };
    const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));
    for (const box of document.querySelectorAll(".table-wrapper, .kb-scroll, .highlight pre, .kb-citation pre")) sizes.observe(box);
  });
})();
