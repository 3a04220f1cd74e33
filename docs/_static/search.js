// Search: looks through the index of scripts/sphinx_kb/search.py, puts in order what fits, and shows it, on the page of results
// and below the box while one types. The index is a script and not data, for a page that is opened as a file may fetch nothing.
(() => {
  "use strict";
  const SHOWN = 7, MOST = 60;
  const GROUP = { Pages: 1.25, Briefs: 1, Sessions: 1, Ledger: 0.75, "About this work": 0.7, "For contributors": 0.55, Rules: 0.3 };
  const WEIGHT = { name: 9, title: 9, about: 4, heading: 4, text: 1 };
  const WHOLE = 25, OF_WHOLE = 8;
  // Words of a question that say nothing of what is asked for; and what people ask for in other words than pages have.
  const IDLE = new Set("a an and are as at be been by did do does for from had has have how in is it its many much of on or s the their there they this to was were what when where which who whom whose why will with".split(" "));
  const OTHER = {
    left: "leave", quit: "leave", withdrew: "withdraw", withdrawal: "leave", exit: "leave", boss: "secretary", head: "secretary",
    leader: "secretary", chief: "secretary", army: "force", troops: "force", drills: "exercise", drill: "exercise", war: "conflict",
    money: "budget", cost: "budget", funding: "budget", meeting: "session", summit: "session", joined: "member", join: "member",
    founded: "founding", created: "founding", nato: "nato", vote: "decision", map: "member", chosen: "appoint", elected: "appoint", picked: "appoint",
  };

  // --- words ---------------------------------------------------------------------------------------------------------
  const LATIN = Object.fromEntries([..."абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"].map((letter, n) =>
    [letter, "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh sh  i  e u a i i e g u".split(" ")[n]]));
  const ALIKE = [[/['’ʼʹ`-]/g, ""], [/shch|szcz|sch|š|ş/g, "sh"], [/tch|č|ç/g, "ch"], [/ž/g, "zh"], [/kh|x/g, "h"], [/ts|tz/g, "c"],
    [/[iyj]+(?=[aeou])/g, ""], [/[iyj]+/g, "i"], [/ou/g, "u"], [/w|ff/g, "v"], [/(.)\1+/g, "$1"]];
  // What a name comes to in every script and spelling, as kb.core.romanised has it.
  const key = (word) => ALIKE.reduce((text, [shape, same]) => text.replace(shape, same),
    [...word.toLowerCase()].map((letter) => LATIN[letter] ?? letter).join("").normalize("NFD").replace(/\p{M}/gu, ""));
  const ENDINGS = [["ies", 5, "y"], ["ing", 6, ""], ["ed", 5, ""], ["es", 5, ""], ["s", 4, ""], ["e", 4, ""]];
  const stem = (word) => {
    for (const [ending, least, instead] of ENDINGS)
      if (word.length >= least && word.endsWith(ending) && !word.endsWith("ss")) return word.slice(0, -ending.length) + instead;
    return word;
  };
  const DAY = /\b(\d{1,2}) (january|february|march|april|may|june|july|august|september|october|november|december) (\d{4})\b/g;
  const words = (text) => text.toLowerCase().replace(DAY, "$& $1$2$3").match(/\d{1,2}[a-z]+\d{4}|\p{L}[\p{L}\p{M}]+|\d+/gu) ?? [];

  const telling = (text) => {
    const all = words(text), some = all.filter((word) => !IDLE.has(word));
    return some.length ? some : all;
  };
  const folded = (text) => telling(text).map(key).join(" ");

  // How many letters must be changed, left out, put in or exchanged, if no more than `most`.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
      if (Math.min(...row) > most) return most + 1;
    }
    return row[other.length];
  };

  const root = () => document.documentElement.dataset.content_root;

  // --- the index -------------------------------------------------------------------------------------------------------
  let ready;
  const read = ({ pages, words: told }) => {
    const text = new Map(told.split(";").map((entry) => {
      const [word, steps] = entry.split(":");
      let at = 0;
      return [word, steps.split(",").map((step) => (at += parseInt(step, 36)))];
    }));
    const units = [], fields = new Map();
    const note = (word, page, kind, unit, of) => {
      for (const form of new Set([stem(word), key(word)])) {
        if (!fields.has(form)) fields.set(form, []);
        fields.get(form).push({ page, kind, unit, of });
      }
    };
    const known = pages.map(([docname, title, group, summary, names, sections, homes], n) => {
      const base = units.length, isEntry = group === "Ledger" || docname === "index";
      const whole = new Set((isEntry ? [title, ...names] : [title]).map(folded)), about = new Set(names.map(folded));
      units.push({ page: n, anchor: "", heading: "" }, ...sections.map(([anchor, heading]) => ({ page: n, anchor, heading })));
      const add = (words, kind, unit) => words.forEach((word) => note(word, n, kind, unit, words.length));
      add(telling(title), "title", base);
      for (const name of names) add(telling(name), isEntry ? "name" : "about", base);
      sections.forEach(([, heading], at) => add(telling(heading), "heading", base + 1 + at));
      return { docname, title, group, summary, whole, about, homes };
    });
    const numbers = new Map(known.map(({ docname }, n) => [docname, n]));
    for (const page of known) page.homes = page.homes.map((docname) => numbers.get(docname));
    return { known, units, text, fields, vocabulary: [...new Set([...fields.keys(), ...text.keys()])] };
  };
  const load = () => ready ??= new Promise((done) => {
    const script = document.createElement("script");
    script.src = `${root()}_static/search-index.js`;
    script.addEventListener("load", () => done(read(window.kbIndex)));
    document.head.append(script);
  });

  // --- putting in order --------------------------------------------------------------------------------------------------
  const forms = (index, word, isLast) => {
    const exact = [...new Set([stem(word), key(word), ...(OTHER[word] ? [stem(OTHER[word])] : [])])];
    const found = new Map(exact.filter((form) => index.fields.has(form) || index.text.has(form))
      .map((form) => [form, form === stem(word) || form === key(word) ? 1 : 0.6]));
    if (isLast || !found.size)
      for (const form of index.vocabulary)
        if (word.length > 2 && !found.has(form) && exact.some((one) => form.startsWith(one))) found.set(form, 0.5);
    if (!found.size) {
      const folded = key(word), most = folded.length > 6 ? 2 : folded.length > 3 ? 1 : 0;
      for (const form of most ? index.fields.keys() : []) {
        const far = distance(folded, form, most);
        if (far <= most) found.set(form, 0.6 / far);
      }
    }
    return found;
  };

  const find = (index, query) => {
    const wanted = telling(query), whole = folded(query);
    const scores = index.known.map(() => ({ sum: 0, met: 0, named: 0, units: new Map() }));
    wanted.forEach((word, n) => {
      const best = new Map();
      const rate = (page, unit, score, kind) => {
        const mine = best.get(page) ?? { score: 0, isNamed: false, units: new Map() };
        mine.score = Math.max(mine.score, score);
        mine.isNamed ||= kind !== "text";
        mine.units.set(unit, Math.max(mine.units.get(unit) ?? 0, score));
        best.set(page, mine);
      };
      for (const [form, sure] of forms(index, word, n === wanted.length - 1)) {
        const places = index.fields.get(form) ?? [], standing = index.text.get(form) ?? [];
        const rare = Math.log(1 + index.units.length / (1 + standing.length + places.length));
        for (const { page, kind, unit, of } of places) rate(page, unit, sure * rare * WEIGHT[kind] / Math.sqrt(Math.min(of, 3)), kind);
        for (const unit of standing) rate(index.units[unit].page, unit, sure * rare * WEIGHT.text, "text");
      }
      for (const [page, { score, isNamed, units }] of best) {
        scores[page].sum += score;
        scores[page].met += 1;
        scores[page].named += isNamed;
        for (const [unit, part] of units) scores[page].units.set(unit, (scores[page].units.get(unit) ?? 0) + part);
      }
    });
    const found = index.known.map((page, n) => {
      const { sum, met, named, units } = scores[n];
      const is = page.whole.has(whole) ? WHOLE : page.about.has(whole) ? OF_WHOLE : 0;
      const score = (sum * (met / wanted.length) ** 2 + is) * (GROUP[page.group] ?? 1);
      const [unit] = [...units].sort((one, other) => other[1] - one[1])[0] ?? [undefined];
      return { ...page, score, unit: index.units[unit], isWhole: met === wanted.length, isNamed: named === wanted.length, fits: 0, extra: 0 };
    });
    // Who asks for somebody wants to read of them: a page that tells most of an entity comes near behind it, and before it
    // if a title or heading of the page names what is asked for, or if the page tells most of several that fit.
    for (const { group, homes, score, isWhole } of [...found])
      if (group === "Ledger" && isWhole)
        homes.forEach((home, n) => {
          found[home].fits += 1;
          found[home].extra = Math.max(found[home].extra, score * (n ? 0.7 : 1));
        });
    for (const page of found)
      page.score = page.isNamed || page.fits > 1 ? page.score + 1.02 * page.extra : Math.max(page.score, 0.95 * page.extra);
    const hits = found.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
    return hits.slice(0, MOST);
  };

  // --- showing -------------------------------------------------------------------------------------------------------------
  const made = (tag, name, ...parts) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...parts);
    return element;
  };
  const hit = ({ docname, title, summary, unit }, isBrief) => {
    const link = made("a", "", title);
    link.href = `${root()}${docname}.html`;
    const item = made("li", "kb-hit", link);
    if (unit?.anchor && !isBrief) {
      const part = made("a", "kb-hit-part", unit.heading);
      part.href = `${root()}${docname}.html#${unit.anchor}`;
      item.append(" ", part);
    }
    if (summary && !isBrief) item.append(made("p", "kb-note", summary));
    return item;
  };
  const grouped = (hits) => {
    const groups = new Map();
    for (const each of hits) groups.set(each.group, [...(groups.get(each.group) ?? []), each]);
    return groups;
  };
  const show = (place, hits, query) => {
    place.replaceChildren();
    place.append(made("p", "kb-note", hits.length ? `What fits “${query}”, the best first.` : `Nothing fits “${query}”. Try another spelling, or fewer words.`));
    if (!hits.length) return;
    place.append(made("ol", "kb-hits", ...hits.slice(0, SHOWN).map((each) => hit(each))));
    for (const [group, rest] of grouped(hits.slice(SHOWN))) {
      place.append(made("h2", "", `More: ${group}`), made("ol", "kb-hits", ...rest.map((each) => hit(each))));
    }
  };

  window.kbSearch = async (query) => find(await load(), query);

  addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector(".sidebar-search"), place = document.getElementById("kb-results");
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    if (place && query) {
      document.title = `${query} – ${document.title}`;
      for (const each of document.querySelectorAll("input[name=q]")) each.value = query;
      window.kbSearch(query).then((hits) => show(place, hits, query));
    }
    const list = made("ol", "kb-hits kb-soon");
    list.hidden = true;
    box?.closest("form").append(list);
    let turn = 0;
    box?.addEventListener("focus", load, { once: true });
    box?.addEventListener("input", async () => {
      const mine = ++turn, typed = box.value.trim();
      const hits = typed.length > 1 ? await window.kbSearch(typed) : [];
      if (mine !== turn) return;
      list.replaceChildren(...hits.slice(0, SHOWN).map((each) => hit(each, true)));
      list.hidden = !hits.length;
    });
    addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      if ((event.key === "/" && !isTyping) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        document.getElementById("__navigation").checked = true;
        (document.querySelector("#kb-search-box") ?? box)?.focus();
      } else if (event.key === "Escape") list.hidden = true;
      else if (["ArrowDown", "ArrowUp"].includes(event.key) && !list.hidden && event.target.closest?.("form")?.contains(list)) {
        const stops = [box, ...list.querySelectorAll("a")], at = stops.indexOf(document.activeElement);
        event.preventDefault();
        stops[(at + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length].focus();
      }
    });
  });
})();
