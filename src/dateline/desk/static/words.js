/* A report's text with its records underlined: stacked where they overlap, dashed for what did not happen. */

import { make } from "./elements.js";

/** Cut a text at all ends of spans; return pieces `{start, end, marks}` in UTF-16 units. */
export function cut(text, marks, more = []) {
  const edges = new Set([0, text.length]);
  for (const [start, end] of [...marks.map(m => m.js), ...more]) { edges.add(start); edges.add(end); }
  const at = [...edges].filter(e => e >= 0 && e <= text.length).sort((a, b) => a - b), opening = new Map();
  for (const mark of marks) opening.set(mark.js[0], [...(opening.get(mark.js[0]) ?? []), mark]);
  let active = [];
  return at.slice(0, -1).map((start, n) => {
    const opened = opening.get(start) ?? [];
    active = active.filter(m => m.js[1] > start).concat(opened);
    return { start, end: at[n + 1], marks: active, opened };
  });
}

/** Return the text as elements: `span.g` each piece, `a.tag` the letter before a record's first words. */
export function wordsOf(text, marks, records) {
  const pieces = cut(text, marks, records.flatMap(r => r.lit.map(l => l.js)));
  return pieces.flatMap(piece => [...piece.opened.filter(m => m.lead).map(tag), element(text, piece)]);
}

function tag({ record, kind }) {
  return make("a.tag", { class: kind, href: `#${record}`, tabindex: "-1", "aria-label": record, data: { tag: record } });
}

function element(text, { start, end, marks }) {
  const made = make(marks.length ? "span.g.u" : "span.g", { data: { s: start, e: end } }, text.slice(start, end));
  if (!marks.length) return made;
  made.dataset.r = [...marks].sort((a, b) => (a.js[1] - a.js[0]) - (b.js[1] - b.js[0])).map(m => m.record).join(" ");
  for (const { lane, kind, dashed } of marks) made.style.setProperty(`--u${lane}`, `var(--${kind}-${dashed ? "dash" : "line"})`);
  return made;
}

const ORDER = ["what", "count", "how", "says", "when", "where", "whom", "who"];

/** Light a record's words, each with its part; the rest dims. Return the first piece that is lit. */
export function light(box, record) {
  dim(box);
  if (!record) return null;
  const roles = [...record.lit].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  const first = Math.min(...roles.filter(r => r.role === "what").map(r => r.js[0]), ...roles.slice(0, 1).map(r => r.js[0]));
  let seen = null;
  for (const piece of box.querySelectorAll(".g")) {
    const start = +piece.dataset.s, end = +piece.dataset.e, role = roles.findLast(r => r.js[0] < end && start < r.js[1]);
    if (!role) continue;
    piece.classList.add("lit", role.role);
    if (start === role.js[0] && role.role !== "what") piece.dataset.role = role.role === "count" ? "how many" : role.role;
    if (start >= first) seen ??= piece;
  }
  box.parentElement.classList.add("focus");
  return seen ?? box.querySelector(".lit");
}

export function dim(box) {
  box.parentElement.classList.remove("focus");
  for (const piece of box.querySelectorAll(".lit")) {
    piece.className = piece.dataset.r ? "g u" : "g";
    delete piece.dataset.role;
  }
}
