/* The first page: paste a report, and what the ledger holds; every number opens its rows. */

import { fill, link, make } from "../elements.js";
import { bars, columnsOver, monthDays } from "../sheets.js";
import { count, plainly, say } from "../strings.js";
import { pasteForm } from "./paste.js";

const LAYERS = ["reports", "events", "statements", "positions", "commitments", "scheduled"];

export function show(main, page) {
  const { data } = page, empty = !data.counts.reports;
  fill(main, make("div.sheet.home", {},
    make("section.paste", {}, make("h1", {}, say("paste-title")), make("p.quiet", {}, say("paste-note")), pasteForm()),
    empty ? make("p.empty", {}, make("strong", {}, say("ledger-empty")), say("ledger-empty-note")) : [
      make("ul.counts", { "aria-label": say("ledger-holds", { name: data.ledger }) }, LAYERS.filter(l => l in data.counts).map(l => make("li", {}, make("a", { href: `/${l}` }, make("b", {}, count(data.counts[l])), " ", make("span", {}, say(`page.${l}`)))))),
      columnsOver(say("events-by-month"), data.months, period => link("/timeline", monthDays(period))),
      make("div.pair", {},
        bars(say("events-by-type"), data.types, v => link("/events", { type: v }), { words: plainly }),
        bars(say("events-by-country"), [...data.countries.filter(([c]) => c), ...data.countries.filter(([c]) => !c)], v => link("/map", { country: v }), { words: v => data.names[v] ?? v })),
      make("section.newest", {}, make("h2", {}, say("newest")), make("ul", {}, data.newest.map(r => make("li", {}, make("a", { href: link("/report", { id: r.id }), dir: "auto" }, r.title || r.id), make("small", {}, [r.source, r.published, r.events !== undefined && say("n-events", { n: r.events ?? 0 })].filter(Boolean).join(" · "))))), make("a", { href: "/reports" }, say("all-reports"))),
    ]));
  return null;
}
