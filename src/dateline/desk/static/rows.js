/* The columns of each layer's rows, in lists, on the pages of actors and of incidents. */

import { sayDays } from "./days.js";
import { link, make } from "./elements.js";
import { mark, names } from "./marks.js";
import { count, plainly, say } from "./strings.js";

/** Return a link to the words of a row: its report, with the record lit. */
export function toWords(row, words) {
  const own = row.id.slice(row.id.lastIndexOf("/") + 1);
  return make("a", { href: link("/report", { id: row.report, record: own }) }, words);
}

/** Return names as links to their actors. */
export function actors(given) {
  return names(given).map((name, n) => [n > 0 && ", ", make("a.actor", { href: link("/actor", { name }), dir: "auto" }, name)]);
}

const quote = row => row.words && make("span.quote", { dir: "auto" }, row.words.length > 240 ? `${row.words.slice(0, 240)} …` : row.words);
const sources = row => row.roots > 1 ? make("span", { title: say("independent", { n: row.roots }) }, count(row.roots)) : "1";
const column = (label, cell, num = false) => ({ label: say(`column.${label}`), cell, num });
const published = column("published", r => r.published);
const source = column("source", r => r.source);

/** Return an amount of money or things. */
export function amount({ amount: n, currency, qualifier }) {
  if (n === null || n === undefined) return "";
  return `${qualifier === "at-least" ? "≥ " : qualifier === "at-most" ? "≤ " : qualifier === "about" ? "≈ " : ""}${compact.format(n)} ${currency ?? ""}`;
}
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

export const COLUMNS = {
  events: [
    column("what", r => [mark(r), " ", toWords(r, [plainly(r.type), r.mode && ` · ${plainly(r.mode)}`]), make("br"), quote(r)]),
    column("who", r => [actors(r.actors), r.recipients && [" → ", actors(r.recipients)]]),
    column("when", r => sayDays(r) && make("span.when", {}, sayDays(r))), column("where", r => [r.place, r.country && make("span.quiet", {}, ` ${r.country}`)]),
    column("status", r => make("span.status", { class: r.status }, plainly(r.status))),
    column("sources", sources, true), column("confidence", r => r.confidence?.toFixed(2), true),
  ],
  reports: [
    column("title", r => make("a", { href: link("/report", { id: r.id }), dir: "auto" }, r.title || r.id)), source, published,
    column("events", r => count(r.events ?? 0), true), column("independent", sources, true),
    column("note", r => r.error ? make("span.quiet", {}, say("not-coded", { error: r.error })) : r.role && r.role !== "original" ? plainly(r.role) : ""),
  ],
  statements: [
    column("speaker", r => actors(r.speaker)), column("said", r => [toWords(r, plainly(r.act)), make("br"), quote(r)]),
    column("to", r => actors(r.addressee)), published, source, column("confidence", r => r.confidence?.toFixed(2), true),
  ],
  positions: [
    column("actor", r => actors(r.actor)), column("stance", r => make("span.stance", { class: r.stance }, plainly(r.stance))),
    column("issue", r => [toWords(r, r.issue), make("br"), quote(r)]), published, source, column("confidence", r => r.confidence?.toFixed(2), true),
  ],
  commitments: [
    column("donor", r => actors(r.donor)), column("recipient", r => actors(r.recipient)), column("amount", r => toWords(r, amount(r) || plainly(r.kind)), true),
    column("stage", r => make("span.stage", { class: r.stage }, plainly(r.stage))), column("kind", r => [plainly(r.kind), make("br"), quote(r)]), published, source,
  ],
  scheduled: [
    column("when", r => make("span.when", {}, sayDays(r) || say("no-date"))), column("what", r => [toWords(r, r.name || plainly(r.kind)), make("br"), quote(r)]),
    column("who", r => actors(r.participants)), column("where", r => [r.place, r.country && make("span.quiet", {}, ` ${r.country}`)]),
    column("status", r => make("span.status", { class: r.status }, plainly(r.status))), source,
  ],
};
