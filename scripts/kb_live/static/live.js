// Shows on a page that is being written what is found on it, and loads it again when it has changed.
(() => {
  "use strict";
  const { page, state } = document.currentScript.dataset;
  const made = (tag, className, ...within) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...within);
    return element;
  };

  const lines = [...document.querySelectorAll("[class*='kb-line-']")]
    .map((part) => [Number(/kb-line-(\d+)/.exec(part.className)[1]), part]);
  // A finding stands behind the last part that begins on its line or above, or in the row of its statement.
  const place = ({ line, anchor }) => {
    const row = anchor && document.getElementById(anchor);
    if (row) return row.querySelector("td:last-child") ?? row;
    return lines.reduce((best, [start, part]) => (start <= line && start >= (best?.[0] ?? 0) ? [start, part] : best), null)?.[1];
  };
  const box = ({ severity, text, help, rule, words, line }) => made("aside", `kb-live kb-live-${severity}`,
    made("p", "kb-live-where", `line ${line}: `, made("q", "", words)),
    made("p", "kb-live-said", made("strong", "", `${severity}: `), text, " ", made("code", "", rule)),
    made("p", "kb-live-help", help));

  const shown = [];
  const panel = made("details", "kb-live-panel");
  document.body.append(panel);

  const show = ({ path, found, elsewhere, whole, error, warned }) => {
    shown.splice(0).forEach((element) => element.remove());
    for (const each of [...found].reverse()) {  // each is set before those that stand there already
      const beside = place(each), element = box(each);
      if (beside?.matches("td")) beside.prepend(element);
      else if (beside) (beside.closest(".table-wrapper, li") ?? beside).after(element);
      else document.querySelector("article")?.prepend(element);
      shown.push(element);
    }
    const often = elsewhere.reduce((sum, { times }) => sum + times, 0);
    const told = error ? "This page could not be made anew; below stands why."
      : `${found.length} found on this page, ${often} elsewhere${whole ? "" : "; still looking …"}`;
    panel.replaceChildren(made("summary", "", told),
      ...[error, warned].filter(Boolean).map((text) => made("pre", "", text)),
      made("ul", "", ...elsewhere.map((each) => made("li", "", `${each.path}: ${each.times}`))), made("p", "", path ?? ""));
    panel.classList.toggle("kb-live-failed", Boolean(error));
    panel.open = Boolean(error || warned);
  };

  let isAsking = false, isOutdated = false;
  const look = async () => {
    if (isAsking) return void (isOutdated = true);
    isAsking = true;
    try {
      do {
        isOutdated = false;
        const told = await (await fetch(`/_live/page/${page}`)).json();
        if (told.state && told.state !== state) return location.reload();
        show(told);
      } while (isOutdated);
    } finally {
      isAsking = false;
    }
  };
  new EventSource("/_live/news").addEventListener("message", look);
})();
