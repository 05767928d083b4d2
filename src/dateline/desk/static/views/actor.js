/* One actor: what reports call them, positions over time, events, statements, pledges, plans, and who stands beside them. */

import { fill, link, make } from "../elements.js";
import { COLUMNS, toWords } from "../rows.js";
import { bars, columnsOver, monthDays, table } from "../sheets.js";
import { toDay } from "../days.js";
import { count, plainly, say } from "../strings.js";

const LAYERS = ["events", "statements", "positions", "commitments", "scheduled"];
const HEIGHT = { for: 0, conditional: 1, neutral: 2, against: 3 };

/** Return an actor's positions on one issue as a line through time: a change is a step between two statements. */
function issue({ issue: label, positions }) {
  const dated = positions.filter(p => p.published).map(p => ({ ...p, day: toDay(p.published) }));
  if (!dated.length) return null;
  const first = dated[0].day, wide = Math.max(1, dated.at(-1).day - first), x = p => dated.length === 1 ? 300 : 20 + (p.day - first) / wide * 560, y = p => 12 + (HEIGHT[p.stance] ?? 2) * 14;
  const step = dated.slice(1).map((p, n) => `H${x(p).toFixed(1)} V${y(p)}`).join(" ");
  return make("li.issue", {}, make("h3", {}, label), dated.length > 1 && make("svg", { viewBox: "0 0 600 68", role: "img", "aria-label": dated.map(p => `${p.published}: ${plainly(p.stance)}`).join("; ") },
    make("path.stance-line", { d: `M${x(dated[0])},${y(dated[0])} ${step}` }), dated.map(p => make("circle", { cx: x(p), cy: y(p), r: 5, class: `stance ${p.stance}` }, make("title", {}, `${p.published}: ${plainly(p.stance)}`)))),
    make("ol.stances", {}, dated.map(p => make("li", {}, make("span.quiet", {}, p.published), " ", make("span.stance", { class: p.stance }, plainly(p.stance)), " ", toWords(p, p.words || label), p.hedge && make("span.quiet", {}, ` ${say("hedged")}: ${p.hedge}`), p.condition && make("span.quiet", {}, ` ${say("condition")}: ${p.condition}`)))));
}

const known = who => make("ul.known", {}, who.map(w => make("li", {}, make("b", { dir: "auto" }, w.name), make("span.quiet", {}, ` ${[plainly(w.kind ?? ""), w.country, w.sector, w.office].filter(Boolean).join(" · ")}`), w.reports !== undefined && make("span.quiet", {}, ` · ${say("n-reports", { n: w.reports })}`))));

export function show(main, { data }) {
  document.title = `${data.name} · dateline`;
  const section = layer => data[layer]?.length > 0 && make("section.block", { id: layer }, make("h2", {}, make("a", { href: link(`/${layer}`, { actor: data.name }) }, say(`page.${layer}`)), " ", make("small", {}, say("shown-of", { shown: data[layer].length, matching: data.counts?.[layer] ?? data[layer].length }))), table(say(`page.${layer}`), COLUMNS[layer], data[layer]));
  const issues = (data.issues ?? []).map(issue).filter(Boolean);
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", { dir: "auto" }, data.name), make("nav.views", { "aria-label": say("same-rows") }, ["map", "timeline", "network"].map(v => make("a", { href: link(`/${v}`, { actor: data.name }) }, say(`page.${v}`))))),
    data.who.length > 0 && make("section.block", {}, known(data.who.slice(0, 12))),
    make("ul.counts.small", {}, LAYERS.filter(l => data.counts?.[l]).map(l => make("li", {}, make("a", { href: link(`/${l}`, { actor: data.name }) }, make("b", {}, count(data.counts[l])), " ", make("span", {}, say(`page.${l}`)))))),
    columnsOver(say("events-by-month"), data.months ?? [], period => link("/timeline", { actor: data.name, ...monthDays(period) })),
    make("div.pair", {}, issues.length > 0 && make("section.block", {}, make("h2", {}, say("positions-over-time")), make("ul.issues", {}, issues)),
      data.partners?.length > 0 && bars(say("beside"), data.partners.map(p => [p, p.events]), p => link("/actor", { name: p.name }), { words: p => p.role === "recipient" ? `→ ${p.name}` : p.name })),
    LAYERS.filter(l => l !== "positions" || !issues.length).map(section), !LAYERS.some(l => data[l]?.length) && make("p.empty", {}, say("actor-unknown"))));
  return null;
}

