// On any day: shows of a map and its tables what held on the day that a field, a slider or the address asks for. The build has
// laid out which rows hold in which period; here nothing is worked out but the period in which a day lies.
(() => {
  "use strict";
  const DAY = 864e5;
  const WORDS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const time = (day) => Date.parse(`${day}T00:00:00Z`);
  const later = (day, days) => new Date(time(day) + days * DAY).toISOString().slice(0, 10);
  const words = (day) => WORDS.format(time(day));
  const made = (tag, told = {}, ...within) => {
    const element = Object.assign(document.createElement(tag), told);
    element.append(...within);
    return element;
  };

  const tag = () => made("span", { className: "kb-tag" }, "possibly");

  // What the reader moves: a field, a slider, two buttons from change to change, and a line that says what is shown.
  const form = (first, last) => {
    const field = made("input", { type: "date", min: first, max: last, required: true });
    const slider = made("input", { type: "range", min: 0, max: (time(last) - time(first)) / DAY, step: 1, ariaLabel: "Day" });
    const [before, after] = ["‹ Previous change", "Next change ›"].map((told) => made("button", { type: "button" }, told));
    const told = made("span"), link = made("a", {}, "Link to this day");
    const output = made("output", { ariaLive: "polite" }, told, " ", link);
    const all = made("form", { className: "kb-day-form" }, made("label", {}, "Day ", field), before, after, slider, output);
    return { all, field, slider, before, after, told, link };
  };

  const start = (view, { periods, last }) => {
    const first = periods[0].first, parts = form(first, last);
    const rows = [...view.querySelectorAll("tr[id^='day-']")];
    const marks = [...view.querySelectorAll("a.kc-mark[data-of]")];
    const tables = [...view.querySelectorAll("table.kb-day-rows")].map((table) => {
      const box = table.closest(".table-wrapper") ?? table, none = made("p", { className: "kb-note" }, "None is known of this day.");
      box.before(none);
      return { box, none, rows: rows.filter((row) => table.contains(row)) };
    });
    let day;

    // As the address may say anything, what is no day is the last one, and what lies outside is the nearest.
    const within = (asked) => {
      if (!/^\d{4}-\d\d-\d\d$/.test(asked ?? "") || Number.isNaN(time(asked)) || later(asked, 0) !== asked) return last;
      return asked < first ? first : asked > last ? last : asked;
    };
    const at = () => periods.findLastIndex((period) => period.first <= day);
    const end = (n) => (n + 1 < periods.length ? later(periods[n + 1].first, -1) : last);

    const showRows = ({ surely, possibly }) => {
      const sure = new Set(surely), perhaps = new Set(possibly);
      rows.forEach((row, n) => {
        row.hidden = !sure.has(n) && !perhaps.has(n);
        row.querySelector(".kb-possibly")?.remove();
        if (perhaps.has(n)) row.cells[1].querySelector("p").append(made("span", { className: "kb-possibly" }, " ", tag()));
      });
      for (const { box, none, rows: those } of tables) {
        none.hidden = those.some((row) => !row.hidden);
        box.hidden = !none.hidden;
      }
    };

    const showMap = (states) => {
      for (const mark of marks) {
        const [look, number] = states[mark.dataset.of], link = rows[number].querySelector("a[href]");
        mark.querySelector("path").setAttribute("class", `kc-${look}`);
        if (look === "land") {
          mark.removeAttribute("href");
          mark.removeAttribute("aria-label");
        } else {
          mark.setAttribute("href", link.getAttribute("href"));
          const [about, who, when] = [...rows[number].cells].map((cell) => cell.textContent.trim());
          mark.setAttribute("aria-label", `${who}, ${about}: ${when}`);
        }
      }
    };

    const show = (asked) => {
      day = within(asked);
      const n = at(), changes = periods[n].first;
      showRows(periods[n]);
      showMap(periods[n].map);
      parts.field.value = day;
      parts.slider.value = (time(day) - time(first)) / DAY;
      parts.slider.setAttribute("aria-valuetext", words(day));
      parts.before.disabled = day === first;
      parts.after.disabled = n + 1 === periods.length;
      parts.told.textContent = `${words(day)}: nothing here changed from ${words(changes)} through ${words(end(n))}.`;
      parts.link.href = `?day=${day}`;
    };

    // A view can be cited: its day stands in the address, where the browser lets a page that is a file change it.
    const note = () => {
      try {
        history.replaceState(null, "", `?day=${day}${location.hash}`);
      } catch { /* the link below the slider has it */ }
    };
    const go = (asked) => { show(asked); note(); };

    parts.field.addEventListener("change", () => { if (parts.field.value) go(parts.field.value); });
    parts.slider.addEventListener("input", () => show(later(first, Number(parts.slider.value))));
    parts.slider.addEventListener("change", note);
    parts.before.addEventListener("click", () => go(day > periods[at()].first ? periods[at()].first : periods[at() - 1].first));
    parts.after.addEventListener("click", () => go(periods[at() + 1].first));
    parts.all.addEventListener("submit", (event) => event.preventDefault());
    view.querySelector(".kb-chart-title").after(parts.all);
    show(new URLSearchParams(location.search).get("day"));
  };

  addEventListener("DOMContentLoaded", () => {
    const view = document.querySelector(".kb-day");
    if (view && window.kbDays) start(view, window.kbDays);
  });
})();
