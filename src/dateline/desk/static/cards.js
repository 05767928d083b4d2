/* A record as a card: what, who, whom, when, where, how sure, and, folded away, why it is so. */

import { sayDays } from "./days.js";
import { link, make } from "./elements.js";
import { fieldName, plainly, say, sayOr } from "./strings.js";

const joined = (...parts) => parts.filter(Boolean).flatMap((part, n) => n ? [" · ", part] : [part]);
const line = (name, ...parts) => parts.some(Boolean) && make(`p.${name}`, {}, joined(...parts));
const part = (role, words) => words && make(`b.r-${role}`, {}, words);

/** What a card needs of the others: names by their ids. */
export class Names {
  constructor(records) { this.byId = new Map(records.map(r => [r.id, r])); }

  one(id) { const found = this.byId.get(id)?.coded; return found?.name ?? found?.value ?? id ?? ""; }
  all(ids) { return (ids ?? []).map(id => this.one(id)).join(", "); }
  place(id) { const found = this.byId.get(id)?.coded; return found ? [found.name, found.country].filter(Boolean).join(", ") : id ?? ""; }
}

const ADDED = /^judgement of (.*)$/s;

/** Return the card of a record; `after` goes at its end. */
export function card(record, names, after = null) {
  const by = ADDED.exec(record.coded?.rule)?.[1], draw = BODIES[record.layer] ?? (r => [make("h3", {}, r.title)]);
  return make("article.card", { class: `${record.kind}${record.dashed ? " dashed" : ""}${record.gone ? " gone" : ""}`, id: `card-${record.id}`, tabindex: "0", data: { id: record.id }, "aria-label": `${sayOr(`one.${record.layer}`, record.layer)} ${record.id}: ${record.title}` },
    make("span.id", {}, record.id), by && make("span.chip.by-hand", {}, say("added-by", { name: by })), record.gone && make("span.chip.reject", {}, say("done.reject")), draw(record, names), corrected(record), record.quote && record.kind !== "setting" && make("blockquote", { dir: "auto" }, record.quote),
    record.kind !== "setting" && why(record), after);
}

/** Return what a person gave in place of the coder's values. */
function corrected({ changed }) {
  const given = Object.entries(changed ?? {});
  return given.length > 0 && make("p.corrected", {}, make("span", { "aria-hidden": "true" }, "✎ "), say("corrected"), given.map(([field, value], n) => [n ? "; " : " ", `${fieldName(field)}: `, make("b", { dir: "auto" }, value === null || value === "" ? say("nothing") : ["type", "mode", "status"].includes(field) ? plainly(value) : field === "spans" ? say("field.spans") : String(value))]));
}

function event({ coded }, names) {
  const whom = names.all(coded.recipients), voices = (coded.attribution ?? []).map(v => names.one(v.source ?? v.actor)).filter(Boolean).join(", ");
  return [
    make("h3", {}, plainly(coded.type), " ", make("em", {}, [].concat(coded.modes ?? coded.mode ?? []).map(plainly).join(", ")), coded.main && make("span.main", {}, say("main"))),
    make("p.who", {}, part("who", names.all(coded.actors)) || make("i", {}, say("somebody")), whom && [" ", make("span.to", {}, "→"), " ", part("whom", whom)]),
    line("about", make("span.status", { class: coded.status }, plainly(coded.status)), part("where", names.place(coded.place)), part("when", sayDays(coded)), ...(coded.quantities ?? []).map(q => part("count", quantity(q)))),
    voices && make("p.voice", {}, say("according-to"), " ", part("says", voices)),
  ];
}

function quantity({ kind, low, high, value, name }) {
  const from = low ?? value, to = high ?? value, amount = from === to || to == null ? from : from == null ? `≤ ${to}` : `${from}–${to}`;
  return [amount?.toLocaleString?.("en") ?? amount, kind === "item" ? name : plainly(kind), kind !== "item" && name && `(${name})`].filter(Boolean).join(" ");
}

function statement({ coded }, names) {
  return [make("h3", {}, part("says", names.one(coded.speaker) || say("somebody")), " ", make("em", {}, plainly(coded.act))),
    line("about", plainly(coded.kind), coded.addressee && say("to", { name: names.one(coded.addressee) }), coded.via?.length && say("via", { name: names.all(coded.via) }), coded.events?.length && links(coded.events))];
}

const links = ids => make("span", {}, ids.map((id, n) => [n > 0 && ", ", make("a", { href: `#${id}`, data: { go: id } }, id)]));

function commitment({ coded, title }, names) {
  return [make("h3", {}, title), make("p.who", {}, part("who", names.one(coded.donor)), " → ", part("whom", names.one(coded.recipient))),
    line("about", plainly(coded.stage), plainly(coded.kind), coded.instrument && plainly(coded.instrument), coded.event && links([coded.event]))];
}

function scheduled({ coded }, names) {
  return [make("h3", {}, coded.name), line("about", part("when", sayDays(coded)) || say("no-date"), plainly(coded.kind), make("span.status", { class: coded.status }, plainly(coded.status)),
    part("where", names.place(coded.place)), part("who", names.all(coded.participants)), coded.event && links([coded.event]))];
}

function position({ coded }, names) {
  return [make("h3", {}, part("who", names.one(coded.actor)), " ", make("em", {}, plainly(coded.stance)), ` ${coded.issue?.label ?? ""}`),
    line("about", coded.statements?.length && links(coded.statements))];
}

function actor({ coded }) {
  return [make("h3", {}, make("a", { href: link("/actor", { name: coded.name }) }, coded.name)), line("about", plainly(coded.kind), coded.country, (coded.sectors ?? []).join(", "), coded.office)];
}

function place({ coded }) {
  const at = coded.lat == null ? "" : `${coded.lat.toFixed(2)}, ${coded.lon.toFixed(2)}`;
  return [make("h3", {}, coded.name), line("about", plainly(coded.precision), coded.admin1, coded.country, at, coded.radius_km && say("within-km", { n: coded.radius_km }))];
}

function time({ coded, quote }) { return [make("h3", {}, quote || coded.value), line("about", coded.value, sayDays(coded))]; }

const BODIES = { events: event, statements: statement, commitments: commitment, scheduled, positions: position, actors: actor, places: place, times: time };

/** Return why a record is so: what made it, each field with its words and rule, and what came near. */
export function why({ confidence, cause, example, reasons, rivals }) {
  return make("details.why", {}, make("summary", {}, say("why", { value: (confidence ?? 0).toFixed(2) })),
    cause && make("p", {}, say("made-by", { cause })), example && make("p", {}, say("its-example"), " ", make("q", { dir: "auto" }, example)),
    make("dl", {}, reasons.map(r => [make("dt", {}, r.field), make("dd", {}, r.value, r.words.filter(w => !String(r.value).includes(w)).map(w => [" ", make("q", { dir: "auto" }, w)]), [r.rule, r.note].filter(Boolean).map(t => [make("br"), make("i", {}, t)]))])),
    rivals.length > 0 && make("p", {}, say("rivals", { list: rivals.join("; ") })));
}
