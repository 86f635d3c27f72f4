"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [form, list, found, behind, more] = ["filters", "list", "found", "behind", "more"].map((id) => document.getElementById(id));
  const passages = document.getElementById("passages");
  const CHUNK = 150;
  const COLOURS = 10;
  const READINGS = {
    "": "anything said of it", counted: "what the tables count", affirmed: "it happened", negated: "it is denied",
    ceased: "it stopped", hypothetical: "feared, possible or expected", asked: "asked about",
  };
  const HELP = "Coloured words are those that fit; dotted ones carry other codes; a dashed frame is a code that tables do not count. "
    + "Keys: / search, j and k next and previous passage, Esc show everything.";
  const codes = new Map();
  const themes = new Map();
  data.themes.forEach((theme, place) => {
    themes.set(theme.id, new Set(theme.codes.map((code) => code.id)));
    for (const code of theme.codes) codes.set(code.id, { ...code, theme: theme.name, colour: place % COLOURS });
  });
  const EMPTY = { q: "", code: "", reading: "", field: "", value: "", interview: "", whole: "", figure: "" };
  let state = { ...EMPTY };
  let shown = [];
  let drawn = 0;

  // --- small things
  const make = (name, properties = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element && key !== "list") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const MARKS_OF_LETTERS = /\p{M}+/gu;
  const plain = (text) => text.normalize("NFD").replace(MARKS_OF_LETTERS, "").toLowerCase();
  const plainTurns = [];
  const plainTurn = (place) => { plainTurns[place] ??= plain(data.turns[place][4]); return plainTurns[place]; };

  // --- the form
  const choice = (name, title, options) => {
    const select = make("select", { name });
    for (const [value, words] of options) select.append(make("option", { value, textContent: words }));
    return make("label", {}, title, select);
  };
  const codeChoice = () => {
    const select = make("select", { name: "code" }, make("option", { value: "", textContent: "all themes" }));
    for (const theme of data.themes) {
      const group = make("optgroup", { label: theme.name });
      group.append(make("option", { value: theme.id, textContent: `${theme.name} (all)` }));
      for (const one of theme.codes) group.append(make("option", { value: one.id, textContent: one.name }));
      select.append(group);
    }
    return make("label", {}, "Theme or code", select);
  };
  const buildForm = () => {
    const search = make("input", { type: "search", name: "q", autocomplete: "off", "aria-keyshortcuts": "/" });
    form.append(make("label", {}, "Search the words", search), codeChoice());
    form.append(choice("reading", "What is said of it", Object.entries(READINGS)));
    if (data.fields.length) {
      form.append(choice("field", "Profile", [["", "everybody"], ...data.fields.map((one) => [one.id, one.name])]));
      form.append(choice("value", "is", [["", "anything"]]));
    }
    if (data.interviews.length) {
      const whole = make("input", { type: "checkbox", name: "whole", value: "1" });
      form.append(choice("interview", "Interview", [["", "all"], ...data.interviews.map((id, place) => [String(place), id])]));
      form.append(make("label", { className: "check" }, whole, "Also what was not coded"));
    }
    form.append(make("button", { type: "button", id: "reset", textContent: "Show everything", "aria-keyshortcuts": "Escape" }));
    form.append(make("small", { textContent: HELP }));
  };
  const fillValues = () => {
    const select = form.elements.value;
    if (!select) return;
    const values = [...new Set(data.people.flatMap((one) => one[state.field] || []))].sort();
    const options = [["", "anything"], ...values.map((one) => [one, one])];
    select.replaceChildren(...options.map(([value, words]) => make("option", { value, textContent: words })));
    select.value = values.includes(state.value) ? state.value : "";
    select.disabled = !state.field;
  };

  // --- what is shown
  const unpacked = (packed) => {
    const positions = new Set();
    for (const run of packed.split(" ")) {
      const [first, last = first] = run.split("-").map(Number);
      for (let at = first; at <= last; at += 1) positions.add(at);
    }
    return positions;
  };
  const fitsCoding = (coding) => {
    if (state.positions && !state.positions.has(coding.n)) return false;
    if (state.code && coding.c !== state.code && !(themes.get(state.code)?.has(coding.c))) return false;
    if (state.reading === "counted") return coding.k === 1;
    return !state.reading || coding.r === state.reading;
  };
  const fitsTurn = ([interview, , , person], place) => {
    if (state.interview !== "" && interview !== Number(state.interview)) return false;
    if (state.field && state.value) {
      const held = person < 0 ? [] : data.people[person][state.field] || [];
      if (!held.includes(state.value)) return false;
    }
    return !state.words || plainTurn(place).includes(state.words);
  };
  const tally = () => ({ turns: 0, codings: 0, people: new Set() });
  const add = (sum, person, codings) => {
    sum.turns += 1;
    sum.codings += codings;
    if (person >= 0) sum.people.add(person);
  };
  const told = (sum) => {
    const parts = [counted(sum.turns, "passage"), counted(sum.codings, "coding")];
    if (!data.published) parts.push(counted(sum.people.size, "respondent"));
    return parts.join(", ");
  };
  const select = () => {
    const [here, all] = [tally(), tally()];
    shown = [];
    let last = -1;
    data.turns.forEach((turn, place) => {
      const [interview, , , person, , codings] = turn;
      if (codings.length) add(all, person, codings.length);
      if (!fitsTurn(turn, place)) return;
      const fitting = new Set(codings.filter(fitsCoding));
      if (fitting.size) add(here, person, fitting.size);
      else if (!state.whole) return;
      if (interview >= 0 && interview !== last) { last = interview; shown.push({ title: data.interviews[interview] }); }
      shown.push({ turn, fitting });
    });
    found.textContent = told(here) === told(all) ? `${told(all)}.` : `${told(here)}; of ${told(all)}.`;
  };

  // --- one passage
  const chipsOf = (codings, fitting) => {
    const chips = new Map();
    for (const coding of codings) {
      const code = codes.get(coding.c) || { name: coding.c, about: "", theme: "", colour: 0 };
      const event = [coding.who, coding.what, coding.whom].filter(Boolean).join(" \u2192 ");
      const say = coding.say === "yes" ? "" : coding.say && `happened? ${coding.say}`;
      const seen = ["suggested", ""].includes(coding.status) || data.published ? "" : coding.status;
      const words = [code.name, event, say, coding.how, seen, coding.memo && `memo: ${coding.memo}`].filter(Boolean).join(" \u00b7 ");
      const chip = chips.get(words) || { words, code, fits: false, counts: false, spans: [] };
      chip.fits ||= fitting.has(coding);
      chip.counts ||= coding.k === 1;
      chip.spans.push(...coding.m);
      chips.set(words, chip);
    }
    return [...chips.values()];
  };
  const hitsIn = (text) => {
    if (!state.words) return [];
    let folded = "";
    const origin = [];
    for (let at = 0; at < text.length;) {
      const letter = String.fromCodePoint(text.codePointAt(at));
      const piece = plain(letter);
      for (let unit = 0; unit < piece.length; unit += 1) origin.push([at, at + letter.length]);
      folded += piece;
      at += letter.length;
    }
    const hits = [];
    for (let at = folded.indexOf(state.words); at >= 0; at = folded.indexOf(state.words, at + state.words.length)) {
      hits.push([origin[at][0], origin[at + state.words.length - 1][1]]);
    }
    return hits;
  };
  const marked = (text, chips) => {
    const hits = hitsIn(text);
    const edges = new Set([0, text.length, ...hits.flat(), ...chips.flatMap((chip) => chip.spans.flat())]);
    const places = [...edges].sort((one, other) => one - other);
    const words = make("p", { className: "words", dir: "auto" });
    places.slice(1).forEach((end, before) => {
      const start = places[before];
      const holds = ([from, to]) => from <= start && end <= to;
      const over = chips.filter((chip) => chip.spans.some(holds));
      const first = over.find((chip) => chip.fits) || over[0];
      let piece = text.slice(start, end);
      if (hits.some(holds)) piece = make("span", { className: "hit", textContent: piece });
      if (!first) { words.append(piece); return; }
      const mark = make("mark", { className: `t${first.code.colour}${first.fits ? "" : " faint"}` }, piece);
      const ending = over.filter((chip) => chip.spans.some(([, to]) => to === end)).map((chip) => chips.indexOf(chip) + 1);
      if (chips.length > 1 && ending.length) mark.dataset.chips = ending.join(",");
      words.append(mark);
    });
    return words;
  };
  const drawChip = (chip, place, chips) => {
    const number = chips.length > 1 ? [make("b", { textContent: `${place + 1} ` })] : [];
    const look = [`t${chip.code.colour}`, chip.fits ? "" : "faint", chip.counts ? "" : "other"].filter(Boolean).join(" ");
    const about = [chip.code.theme, chip.code.about].filter(Boolean).join(": ");
    return make("li", { className: look, title: about }, ...number, make("bdi", { textContent: chip.words }));
  };
  const sentencesOf = (codings) => {
    const ids = [...new Set(codings.map((coding) => coding.seg).filter(Boolean))];
    return ids.map((id, place) => (place ? id.slice(id.lastIndexOf(":") + 1) : id)).join(", ");
  };
  const question = (entry, before) => {
    const asked = entry.turn[6];
    if (state.whole || asked === undefined || asked < 0 || (before?.turn && before.turn[6] === asked)) return [];
    return [make("p", { className: "asked", dir: "auto", textContent: data.turns[asked][4] })];
  };
  const draw = (entry, before) => {
    if (entry.title !== undefined) return make("li", { className: "interview" }, make("h3", { textContent: entry.title }));
    const [, speaker, role, person, text, codings, , where] = entry.turn;
    const chips = chipsOf(codings, entry.fitting);
    const item = make("li", { tabIndex: -1, className: role === "interviewer" ? "asks" : "" });
    item.append(...question(entry, before), marked(text, chips));
    if (chips.length) item.append(make("ul", { className: "codes" }, ...chips.map(drawChip)));
    const label = person >= 0 ? data.people[person].label : "";
    const sentences = sentencesOf(codings);
    const place = [label, speaker, sentences, where].filter(Boolean).join(" \u00b7 ");
    if (place) item.append(make("p", { className: "place", dir: "auto", textContent: place }));
    return item;
  };
  const drawMore = (count) => {
    const next = shown.slice(drawn, drawn + count);
    list.append(...next.map((entry, place) => draw(entry, shown[drawn + place - 1])));
    drawn += next.length;
    more.hidden = drawn >= shown.length;
    more.textContent = `Show more (${shown.length - drawn} left)`;
  };

  // --- from a number to its words and back
  const unfold = (element) => element.querySelectorAll(":scope > details").forEach((one) => { one.open = true; });
  const headingsOf = (table) => {
    const grid = [];
    [...table.tHead.rows].forEach((row, down) => {
      let across = 0;
      for (const cell of row.cells) {
        while (grid[down]?.[across]) across += 1;
        for (let y = 0; y < cell.rowSpan; y += 1) {
          grid[down + y] ??= [];
          for (let x = 0; x < cell.colSpan; x += 1) grid[down + y][across + x] = cell;
        }
      }
    });
    return (column) => [...new Set(grid.map((row) => row[column]))].map((cell) => cell.textContent.trim()).join(", ");
  };
  const nameOf = (button) => {
    const cell = button.closest("td, th");
    const table = cell.closest("table");
    const row = cell.parentElement.querySelector("th").textContent.trim();
    const title = cell.closest("section").querySelector("h2").textContent;
    if (data.published) return `Some quotes on: ${row}`;
    return `Behind the number: ${title}: ${row}, ${headingsOf(table)(cell.cellIndex)}: ${button.textContent}`;
  };
  const buttonOf = (figure) => document.querySelector(`button.number[data-figure="${figure}"]`);
  const tellFigure = () => {
    const button = state.positions && buttonOf(Number(state.figure));
    behind.hidden = !button;
    if (!button) return;
    const back = make("button", { type: "button", id: "back", textContent: "Back to the table" });
    behind.replaceChildren(make("bdi", { textContent: nameOf(button) }), " ", back);
  };
  const arrive = () => {
    unfold(passages);
    passages.scrollIntoView();
    (list.querySelector("li[tabindex]") || list).focus({ preventScroll: true });
  };
  const returnTo = (button) => {
    unfold(button.closest("section"));
    button.scrollIntoView({ block: "center" });
    button.focus({ preventScroll: true });
  };

  // --- the address remembers what is shown
  const hasFilter = () => location.hash.includes("=");
  const read = () => {
    const asked = hasFilter() ? Object.fromEntries(new URLSearchParams(location.hash.slice(1))) : {};
    state = { ...EMPTY };
    for (const key of Object.keys(EMPTY)) if (key in asked) state[key] = asked[key];
    const packed = state.figure === "" ? undefined : data.figures[Number(state.figure)];
    state.positions = packed === undefined ? null : unpacked(packed);
    state.words = plain(state.q.trim());
  };
  const show = () => {
    read();
    fillValues();
    for (const key of ["q", "code", "reading", "field", "interview"]) {
      const input = form.elements[key];
      if (input && input.value !== state[key]) input.value = state[key];
    }
    if (form.elements.whole) form.elements.whole.checked = Boolean(state.whole);
    select();
    tellFigure();
    list.replaceChildren();
    drawn = 0;
    drawMore(CHUNK);
  };
  const write = (changes, keep = "replaceState") => {
    const next = Object.entries({ ...state, ...changes }).filter(([key, value]) => key in EMPTY && value !== "");
    const hash = new URLSearchParams(next).toString();
    history[keep](null, "", hash ? `#${hash}` : "#passages");
    show();
  };
  const reset = () => { state = { ...EMPTY }; write({}); };

  // --- keys and clicks
  const move = (step) => {
    let items = [...list.querySelectorAll("li[tabindex]")];
    const at = items.indexOf(document.activeElement.closest?.("li[tabindex]"));
    if (at + step >= items.length && drawn < shown.length) {
      drawMore(CHUNK);
      items = [...list.querySelectorAll("li[tabindex]")];
    }
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    if (!next) return;
    unfold(passages);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };
  const change = ({ target: { name, type, checked, value } }) => {
    const changes = { [name]: type === "checkbox" ? (checked ? "1" : "") : value };
    if (name === "field") changes.value = "";
    if (name === "code" || name === "reading") changes.figure = "";
    write(changes);
  };
  const press = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { reset(); return; }
    if (["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
    if (event.key === "/") { event.preventDefault(); unfold(passages); form.elements.q.focus(); }
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
  };
  const click = ({ target }) => {
    const number = target.closest("button.number");
    if (number) { state = { ...EMPTY }; write({ figure: number.dataset.figure }, "pushState"); arrive(); }
    if (target.id === "back") returnTo(buttonOf(Number(state.figure)));
    const link = target.closest('a[href^="#"]');
    if (link) unfold(document.getElementById(link.hash.slice(1)));
  };

  buildForm();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", change);
  document.getElementById("reset").addEventListener("click", reset);
  more.addEventListener("click", () => drawMore(CHUNK));
  new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) drawMore(CHUNK); }).observe(more);
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
  addEventListener("popstate", () => {
    const left = state.figure;
    if (hasFilter() || left) show();
    if (left && !state.figure) { const button = buttonOf(Number(left)); if (button) returnTo(button); }
  });
  addEventListener("beforeprint", () => drawMore(shown.length));
  show();
  if (hasFilter()) arrive();
})();
