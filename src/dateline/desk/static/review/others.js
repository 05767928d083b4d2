/* The same event in other reports: one line a source, with what differs from the record tinted. */

import { link, make } from "../elements.js";
import { plainly, say } from "../strings.js";
import { read } from "../twin.js";

const FIELDS = ["type", "mode", "status", "actors", "recipients", "place", "start", "killed_low"];

/** Return the incident that a record belongs to, by the standard rule; null where it was not joined. */
export const incidentOf = async ({ incident }) => incident ? read("/incident", { id: incident }) : null;

/** Return the table of the other reports' events, or null where there are none. */
export function others(item, { incident, events }) {
  const rest = events.filter(e => e.id !== item.id);
  if (!rest.length) return null;
  const line = e => make("tr", {}, make("th", { scope: "row" }, make("a", { href: link("/report", { id: e.report, record: e.id.slice(e.id.lastIndexOf("/") + 1) }), dir: "auto" }, e.source || e.report)), FIELDS.map(f => cell(item.row, e, f)));
  return make("div.others", {}, make("h2", {}, make("a", { href: link("/incident", { id: incident.id }) }, say("others")), " ", make("small", {}, `${say("n-reports", { n: incident.reports })}, ${say("n-independent", { n: incident.roots })}`)),
    make("div.scroll", { tabindex: "0", role: "region", "aria-label": say("others") }, make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("column.source")), FIELDS.map(f => make("th", { scope: "col" }, say(`field.${f}`))))), make("tbody", {}, rest.map(line)))));
}

function cell(own, other, field) {
  const differs = (own[field] ?? "") !== (other[field] ?? ""), value = other[field];
  const words = value === null || value === undefined || value === "" ? "" : ["type", "mode", "status"].includes(field) ? plainly(value) : String(value);
  return make("td", { class: differs ? "differs" : "", dir: "auto" }, words || (differs ? make("i", {}, say("nothing")) : ""), differs && make("span.aside", {}, ` (${say("differs")})`));
}
