/* The reviewer's dialogs: why a record is rejected, a field's right value, a note, many records at once. One key each. */

import { fill, make } from "../elements.js";
import { plainly, say } from "../strings.js";
import { SUGGESTED, suggesting } from "../suggest.js";
import { mark } from "../marks.js";
import { FIELDS, fieldValue } from "./panel.js";

export const CHOICES = {
  type: "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(" "),
  status: "occurred ongoing attempted prevented planned hypothetical negated denied".split(" "),
};
const DAYS = new Set(["start", "end"]);

/** Ask; resolves to what was answered, or null where the dialog was closed. */
function ask(title, draw) {
  return new Promise(resolve => {
    const box = make("dialog.ask", { "aria-labelledby": "ask-title" }), from = document.activeElement;
    let answer = null;
    const done = value => { answer = value; box.close(); };
    fill(box, make("h2", { id: "ask-title" }, title), draw(done, box));
    box.addEventListener("close", () => { box.remove(); from?.focus?.({ preventScroll: true }); resolve(answer); });
    box.addEventListener("click", e => { if (e.target === box) box.close(); });
    document.body.append(box);
    box.showModal();
  });
}

/** A list of choices of which each has a number. */
function numbered(options, done, box) {
  box.addEventListener("keydown", e => {
    const n = /^[1-9]$/.test(e.key) && !e.target.matches("input, textarea") ? +e.key - 1 : -1;
    if (options[n]) { e.preventDefault(); e.stopPropagation(); done(options[n].value); }
  });
  return make("ol.choices", {}, options.map((o, n) => make("li", {}, make("button", { type: "button", on: { click: () => done(o.value) } }, n < 9 && make("kbd", {}, String(n + 1)), make("span", {}, o.words), o.note && make("small", {}, o.note)))));
}

const cancel = box => make("footer", {}, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")));

export function askReason(reasons) {
  return ask(say("reject-why"), (done, box) => [numbered(reasons.map(([value, words]) => ({ value, words: words ?? plainly(value) })), done, box), cancel(box)]);
}

export function askField(row) {
  return ask(say("edit-which"), (done, box) => [numbered(FIELDS.map(value => ({ value, words: say(`field.${value}`), note: value === "spans" ? say("span-drag") : fieldValue(row, value) })), done, box), cancel(box)]);
}

/** Ask for a field's right value: what came near first, each with its number. Resolves to `{value}` or `{wrong: true}`. */
export function askValue(field, row, rivals) {
  const near = field === "type" ? rivals.map(r => r.split(/[,\s]/)[0]).filter(r => CHOICES.type.includes(r)) : [];
  return ask(say("edit-value", { name: say(`field.${field}`) }), (done, box) => {
    const choices = CHOICES[field] && [...new Set([...near, ...CHOICES[field]])].filter(v => v !== row[field]);
    const none = make("button", { type: "button", on: { click: () => done({ wrong: true }) } }, say("no-value"));
    const foot = make("footer", {}, none, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")), !choices && make("button.strong", { type: "submit", form: "edit-form" }, say("keep")));
    if (choices) return [make("p.quiet", {}, say("now-is", { value: fieldValue(row, field) || say("nothing") })), numbered(choices.map((v, n) => ({ value: { value: v }, words: plainly(v), note: n < near.length ? say("came-near") : "" })), done, box), foot];
    const made = DAYS.has(field) ? plain("date", row[field]) : SUGGESTED[field] || ["mode", "country"].includes(field) ? suggesting(SUGGESTED[field] ?? null, row[field]) : plain("number", row[field]);
    return [make("form", { id: "edit-form", on: { submit: e => { e.preventDefault(); const value = made.input.value.trim(); const where = made.where?.(); done(!value ? { wrong: true } : where ? { value, where } : { value }); } } }, make("label", { for: "value" }, say(`field.${field}`)), made.box,
      ["actors", "recipients"].includes(field) && make("p.quiet.small", {}, say("names-apart"))), foot];
  });
}

function plain(type, value) {
  const input = make("input", { id: "value", name: "value", type, value: value ?? "", min: type === "number" ? "0" : null, autofocus: true });
  return { box: make("div", {}, input), input };
}

export function askNote() {
  return ask(say("note"), (done, box) => [make("form", { id: "note-form", on: { submit: e => { e.preventDefault(); done(new FormData(e.target).get("note").trim() || null); } } }, make("label", { for: "note" }, say("note-words")), make("textarea", { id: "note", name: "note", rows: 4, required: true, autofocus: true })),
    make("footer", {}, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")), make("button.strong", { type: "submit", form: "note-form" }, say("keep")))]);
}

/** Ask before many records are decided at once: how many, and a sample of ten to look at first. */
export function askBulk({ count, most, sample, too_many: tooMany }) {
  const accept = make("button.strong", { type: "button" }, say("bulk-accept", { n: count }));
  return ask(say("bulk-title", { n: count }), (done, box) => {
    accept.addEventListener("click", () => done(true));
    return [
      tooMany ? make("p.fault", {}, say("bulk-too-many", { n: most })) : make("p", {}, say("bulk-note")),
      make("ol.bulk-sample", {}, sample.map(row => make("li", {}, mark(row), " ", make("b", {}, plainly(row.type)), ` ${row.actors || say("somebody")}${row.recipients ? ` → ${row.recipients}` : ""}`, make("blockquote", { dir: "auto" }, row.words)))),
      make("footer", {}, make("button", { type: "button", autofocus: true, on: { click: () => box.close() } }, say("cancel")), !tooMany && accept)];
  });
}
