// A filter of the timelines of a page: rows, and the marks of the picture above them, are shown if they are of the kind and of
// whom a reader chose. The choice stands in the address, so that a view can be cited. Without this script all is shown.
(() => {
  "use strict";
  const NAMES = ["kind", "who"];
  const PREFIX = { kind: "kb-kind-", who: "kb-who-" };

  const start = (form) => {
    const rows = [...document.querySelectorAll("table.timeline tbody tr")];
    const marks = [...form.closest(".kb-chart").querySelectorAll("a.kc-mark[data-of]")];
    const tables = [...document.querySelectorAll("table.timeline")].map((table) => {
      const none = Object.assign(document.createElement("p"), { className: "kb-note", textContent: "Nothing of what is chosen." });
      const box = table.closest(".table-wrapper") ?? table;
      box.before(none);
      return { box, none, rows: [...table.tBodies[0].rows] };
    });

    const chosen = () => NAMES.map((name) => form.elements[name].value).filter(Boolean);
    const fits = (names, wanted) => wanted.every((name) => names.includes(name));

    const show = () => {
      const wanted = chosen();
      for (const row of rows) row.hidden = !fits([...row.classList], wanted);
      for (const mark of marks) mark.classList.toggle("kb-out", !fits(mark.dataset.of.split(" "), wanted));
      for (const { box, none, rows: those } of tables) {
        none.hidden = those.some((row) => !row.hidden);
        box.hidden = !none.hidden;
      }
      const seen = rows.filter((row) => !row.hidden).length;
      form.querySelector("output").textContent = wanted.length ? `${seen} of ${rows.length} shown` : `All ${rows.length} shown`;
    };

    // Where the browser does not let a page that is a file change its address, the choice holds all the same.
    const note = () => {
      const asked = new URLSearchParams(location.search);
      for (const name of NAMES) {
        const value = form.elements[name].value.slice(PREFIX[name].length);
        if (value) asked.set(name, value);
        else asked.delete(name);
      }
      const query = asked.toString();
      try {
        history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
      } catch { /* it is a file */ }
    };

    // As the address may say anything, what is no choice is none.
    const read = () => {
      const asked = new URLSearchParams(location.search);
      for (const name of NAMES) {
        const select = form.elements[name], value = PREFIX[name] + asked.get(name);
        select.value = [...select.options].some((option) => option.value === value) ? value : "";
      }
    };

    form.addEventListener("change", () => { show(); note(); });
    form.addEventListener("reset", () => setTimeout(() => { show(); note(); }));
    form.addEventListener("submit", (event) => event.preventDefault());
    read();
    show();
    form.hidden = false;
  };

  addEventListener("DOMContentLoaded", () => { for (const form of document.querySelectorAll("form.kb-filter")) start(form); });
})();
