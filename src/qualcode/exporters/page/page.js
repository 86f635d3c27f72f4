"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters");
  const list = document.getElementById("list");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const CHUNK = 150;
  const READINGS = {
    "": "all", counted: "what tables count", affirmed: "it happened", negated: "it is denied", ceased: "it stopped",
    hypothetical: "feared, possible or expected", asked: "asked about",
  };
  const codes = new Map();
  const themes = new Map();
  for (const theme of data.themes) {
    themes.set(theme.id, new Set(theme.codes.map((code) => code.id)));
    for (const code of theme.codes) codes.set(code.id, code);
  }
  const empty = { code: "", field: "", value: "", reading: "", q: "", interview: "", whole: "", table: "", column: "", codings: "" };
  let state = { ...empty };
  let shown = [];
  let drawn = 0;

  const make = (name, properties = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in element && key !== "list") element[key] = value;
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const choice = (name, title, options) => {
    const select = make("select", { name });
    for (const [value, words] of options) select.append(make("option", { value, textContent: words }));
    return make("label", {}, title, select);
  };
  const valuesOf = (field) => [...new Set(data.people.flatMap((one) => one[field] || []))].sort();

  const buildForm = () => {
    const code = make("select", { name: "code" }, make("option", { value: "", textContent: "all themes" }));
    for (const theme of data.themes) {
      const group = make("optgroup", { label: theme.name });
      group.append(make("option", { value: theme.id, textContent: `${theme.name} (all)` }));
      for (const one of theme.codes) group.append(make("option", { value: one.id, textContent: one.name }));
      code.append(group);
    }
    form.append(
      make("label", {}, "Search the words", make("input", { type: "search", name: "q" })),
      make("label", {}, "Theme or code", code),
      choice("reading", "Did it happen?", Object.entries(READINGS)),
    );
    if (data.fields.length) {
      form.append(
        choice("field", "Profile", [["", "everybody"], ...data.fields.map((one) => [one.id, one.name])]),
        choice("value", "is", [["", "anything"]]),
      );
    }
    if (data.interviews.length) {
      form.append(
        choice("interview", "Interview", [["", "all"], ...data.interviews.map((id, place) => [String(place), id])]),
        make("label", { className: "check" }, make("input", { type: "checkbox", name: "whole", value: "1" }), "whole interviews"),
      );
    }
    form.append(make("button", { type: "button", id: "reset", textContent: "Show everything" }));
    form.append(make("small", { textContent: "Keys: / search, j and k next and previous, Esc show everything" }));
  };
  const fillValues = () => {
    const select = form.elements.value;
    if (!select) return;
    const options = [["", "anything"], ...valuesOf(state.field).map((one) => [one, one])];
    select.replaceChildren(...options.map(([value, words]) => make("option", { value, textContent: words })));
    select.value = options.some(([value]) => value === state.value) ? state.value : "";
    select.disabled = !state.field;
  };

  const fitsCoding = (coding) => {
    if (state.wanted) return state.wanted.has(coding.n);
    if (state.code) {
      const inside = themes.has(state.code) ? themes.get(state.code).has(coding.c) : coding.c === state.code;
      if (!inside) return false;
    }
    if (state.reading === "counted") return coding.k === 1;
    return !state.reading || coding.r === state.reading;
  };
  const fitsTurn = ([interview, , , person, text]) => {
    if (state.interview !== "" && interview !== Number(state.interview)) return false;
    if (state.group && !state.group.has(person)) return false;
    if (state.field && state.value) {
      const held = person < 0 ? [] : data.people[person][state.field] || [];
      if (!held.includes(state.value)) return false;
    }
    return !state.q || text.toLocaleLowerCase().includes(state.q.toLocaleLowerCase());
  };
  const select = () => {
    const people = new Set();
    let passages = 0;
    shown = [];
    let last = null;
    const asks = state.code || state.reading || state.wanted;
    for (const turn of data.turns) {
      if (!fitsTurn(turn)) continue;
      const codings = turn[5].filter(fitsCoding);
      if (!codings.length && (asks || !(state.whole || state.q))) { if (!state.whole) continue; }
      if (codings.length) { passages += codings.length; if (turn[3] >= 0) people.add(turn[3]); }
      if (turn[0] >= 0 && turn[0] !== last) { last = turn[0]; shown.push({ title: data.interviews[last] }); }
      shown.push({ turn, codings });
    }
    const who = data.published ? "" : ` of ${people.size} respondent${people.size === 1 ? "" : "s"}`;
    found.textContent = `${passages} coding${passages === 1 ? "" : "s"}${who}.`;
  };

  const marked = (text, codings) => {
    const edges = new Set([0, text.length]);
    const spans = codings.flatMap((coding) => coding.m);
    for (const [start, end] of spans) { edges.add(start); edges.add(end); }
    const places = [...edges].sort((one, other) => one - other);
    const words = make("p", { className: "words", dir: "auto" });
    for (let at = 0; at + 1 < places.length; at += 1) {
      const [start, end] = [places[at], places[at + 1]];
      const piece = text.slice(start, end);
      const inside = spans.some(([from, to]) => from <= start && end <= to);
      words.append(inside ? make("mark", { textContent: piece }) : piece);
    }
    return words;
  };
  const chip = (coding) => {
    const code = codes.get(coding.c);
    const event = [coding.who, coding.what, coding.whom].filter(Boolean).join(" \u2192 ");
    const words = [code ? code.name : coding.c, event, coding.say, coding.how].filter(Boolean).join(" \u00b7 ");
    return make("li", { className: coding.k ? "" : "other", title: code ? code.about : "", textContent: words });
  };
  const draw = (entry) => {
    if (entry.title) return make("li", { className: "interview", textContent: entry.title });
    const [, speaker, role, person, text] = entry.turn;
    const item = make("li", { tabIndex: -1, className: role === "interviewer" ? "asks" : "" });
    item.append(marked(text, entry.codings));
    const seen = new Set();
    const chips = entry.codings.map(chip).filter((one) => !seen.has(one.textContent) && seen.add(one.textContent));
    if (chips.length) item.append(make("ul", { className: "codes" }, ...chips));
    const label = person >= 0 ? data.people[person].label : "";
    const places = [...new Set(entry.codings.map((coding) => coding.seg).filter(Boolean))].join(", ");
    const place = [speaker, label, places].filter(Boolean).join(" \u00b7 ");
    if (place) item.append(make("p", { className: "place", textContent: place }));
    return item;
  };
  const drawMore = (count) => {
    const next = shown.slice(drawn, drawn + count);
    list.append(...next.map(draw));
    drawn += next.length;
    more.hidden = drawn >= shown.length;
    more.textContent = `Show more (${shown.length - drawn} left)`;
  };

  const read = () => {
    const told = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    state = { ...empty };
    for (const key of Object.keys(empty)) if (key in told) state[key] = told[key];
    const columns = data.tables[Number(state.table)];
    state.group = state.table !== "" && columns && !data.published ? new Set(columns[Number(state.column)] || []) : null;
    state.wanted = state.codings ? new Set(state.codings.split(",").map(Number)) : null;
  };
  const show = () => {
    read();
    fillValues();
    for (const key of ["q", "code", "reading", "field", "interview"]) {
      if (form.elements[key] && form.elements[key].value !== state[key]) form.elements[key].value = state[key];
    }
    if (form.elements.whole) form.elements.whole.checked = Boolean(state.whole);
    select();
    list.replaceChildren();
    drawn = 0;
    drawMore(CHUNK);
  };
  const write = (changes) => {
    const next = {};
    for (const key of Object.keys(empty)) if (state[key]) next[key] = state[key];
    Object.assign(next, changes);
    for (const key of Object.keys(next)) if (next[key] === "" || next[key] === undefined) delete next[key];
    const hash = new URLSearchParams(next).toString();
    history.replaceState(null, "", hash ? `#${hash}` : "#passages");
    show();
  };
  const lead = (button) => {
    const { code, table, column, reading, codings } = button.dataset;
    state = { ...empty };
    write(codings ? { codings } : { code, table, column, reading: reading || "counted" });
    document.getElementById("passages").scrollIntoView();
    const first = list.querySelector("li:not(.interview)");
    if (first) first.focus({ preventScroll: true });
  };
  const move = (step) => {
    const items = [...list.querySelectorAll("li[tabindex]")];
    const at = items.indexOf(document.activeElement);
    if (at + step >= items.length && drawn < shown.length) { drawMore(CHUNK); move(step); return; }
    const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
  };

  buildForm();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const { name, type, checked, value } = event.target;
    const changes = { [name]: type === "checkbox" ? (checked ? "1" : "") : value, table: "", column: "", codings: "" };
    if (name === "field") changes.value = "";
    write(changes);
  });
  document.getElementById("reset").addEventListener("click", () => { state = { ...empty }; write({}); });
  more.addEventListener("click", () => drawMore(CHUNK));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.number");
    if (button) lead(button);
  });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
    if (event.key === "Escape") { state = { ...empty }; write({}); return; }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); form.elements.q.focus(); }
    if (event.key === "j") move(1);
    if (event.key === "k") move(-1);
  });
  addEventListener("hashchange", () => { if (location.hash.includes("=")) show(); });
  addEventListener("beforeprint", () => drawMore(shown.length));
  show();
})();
