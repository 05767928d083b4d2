/* One incident: what each source claims, what was chosen and by which rule, where and when, and its events' words. */

import { claimsTable, saidOnce, told } from "../claims.js";
import { sayDays } from "../days.js";
import { fill, link, make } from "../elements.js";
import { drawnAs } from "../map/layers.js";
import { WorldMap } from "../map/map.js";
import { fromRow, names } from "../marks.js";
import { choosing } from "../review/choosing.js";
import { mergeBox, splitBar, tickColumn } from "../review/joining.js";
import { COLUMNS, actors } from "../rows.js";
import { table } from "../sheets.js";
import { fieldName, plainly, say, sayOr } from "../strings.js";
import { read } from "../twin.js";

function facts({ incident, table: lines }) {
  const { place } = incident, whom = names(incident.recipients), fact = (label, ...words) => words.flat().some(Boolean) && [make("dt", {}, label), make("dd", {}, words)];
  const numbers = Object.entries(incident.fields ?? {}).filter(([, f]) => f && (f.low ?? f.value) !== undefined && typeof (f.value ?? f.low) === "number");
  return make("dl.facts", {}, fact(say("column.when"), sayDays(incident) || say("no-date")),
    fact(say("column.where"), place ? [place.name, place.country && ` ${place.country}`, place.precision && make("span.quiet", {}, ` · ${plainly(place.precision)}`), place.radius_km && make("span.quiet", {}, ` · ${say("within-km", { n: place.radius_km })}`)] : say("no-place")),
    fact(say("column.who"), actors(incident.actors)), whom.length > 0 && fact(say("column.whom"), actors(incident.recipients)),
    numbers.map(([name, f]) => fact(fieldName(name), told(f), make("span.quiet", {}, ` · ${chosenBy(f.by, lines.find(l => l.field === name))}`))));
}

/** Return what chose a value: a rule in words, or a person. */
function chosenBy(by = "", line = null) {
  const [, person] = /^judgement of (.*)$/s.exec(by) ?? [];
  return person ? say("chosen-by-person", { name: person }) : saidOnce(line) ? say("by.alone") : sayOr(`by.${by}`, by);
}

/** Return what can be given though no source says it. */
function unsaid({ choosable, table: lines }, does) {
  const fields = choosable.filter(name => !lines.some(l => l.field === name));
  return fields.length > 0 && make("p.unsaid.small", {}, make("span.quiet", {}, say("unsaid")), fields.map(name => [" ", make("button.plain.small", { type: "button", "aria-label": say("other-value-of", { field: fieldName(name) }), on: { click: () => does.other(name, "") } }, fieldName(name))]));
}

function related(list) {
  return list?.length > 0 && make("section.block", {}, make("h2", {}, say("related")), make("ul", {}, list.map(r => make("li", {}, make("a", { href: link("/incident", { id: r.incident }) }, r.title ?? r.incident), make("span.quiet", {}, ` ${plainly(r.relation)}${r.why ? ` · ${r.why}` : ""}`)))));
}

function events({ incident, events: rows }, redo) {
  const parting = redo && rows.length > 1, [first, ...rest] = COLUMNS.events;
  const box = make("section.block", { id: "events" }, make("h2", {}, say("page.events"), " ", make("small", {}, String(rows.length))), table(say("page.events"), parting ? [first, ...rest, tickColumn] : COLUMNS.events, rows));
  if (parting) box.append(splitBar(incident, box, redo));
  return box;
}

function spot(box, incident, page) {
  fill(box, make("canvas", { tabindex: "0", role: "application", "aria-label": say("map.name-one") }), make("div.knobs", {}, ["in", "out", "fit"].map((what, n) => make("button", { type: "button", data: { map: what }, "aria-label": say(`map.${what}`) }, "+−⤢"[n]))));
  const map = new WorldMap(box, { selection: page.selection, palette: page.palette, open: () => {}, step: () => {} });
  map.show([fromRow(incident)]);
  return map;
}

/** Show the incident again as it stands now, where the reader was. */
async function again(main, page) {
  const at = main.scrollTop, { incident } = page.data;
  page.data = await read("/incident", { id: incident.id, rule: incident.rule.split("@")[0] });
  show(main, page);
  main.scrollTop = at;
}

export function show(main, page) {
  const { data } = page, { incident } = data;
  document.title = `${incident.title} · dateline`;
  const redo = page.editor ? () => again(main, page) : null, claims = make("section.block"), spotted = drawnAs(incident.place), does = redo && choosing(incident, redo), place = make("div.spot"), history = data.history ?? [];
  fill(main, make("div.sheet.wide", {},
    make("header", {}, make("h1", { dir: "auto" }, incident.title), make("span.status", { class: incident.status }, plainly(incident.status)),
      make("p.count", {}, make("a", { href: "#events" }, say("n-reports", { n: incident.reports })), ", ", say("n-independent", { n: incident.roots }), " · ", make("span.quiet", {}, say("joined-by", { rule: incident.rule.split("@")[0] })))),
    make("div.incident-head", {}, facts(data), spotted && place),
    make("h2", {}, say("claims")), claims, does && unsaid(data, does), related(incident.related),
    data.events?.length > 0 && events(data, redo), page.editor && mergeBox(incident, data.held ?? [], redo),
    history.length > 0 && make("section.block", {}, make("h2", {}, say("page.judgements")), make("ul.small", {}, history.map(h => make("li", {}, [h.at?.slice(0, 16).replace("T", " "), h.by, plainly(h.relation ?? h.kind ?? ""), h.field && `${fieldName(h.field)} ${h.value}`, h.why].filter(Boolean).join(" · ")))))));
  claimsTable(claims, { columns: data.columns, table: data.table, rules: data.exports, chosen: data.chosen, incident, does });
  if (spotted) spot(place, incident, page);
  return null;
}
