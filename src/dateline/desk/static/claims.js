/* The table of claims: a row for each field, a column for each source in order of time, copies of one text folded. */

import { fill, link, make } from "./elements.js";
import { plainly, say } from "./strings.js";

const STATES = { conflict: "≠", agree: "=", refine: "⊃", superseded: "↷", denied: "✕" };

/** Return a claim's value as one reads it. */
export function told({ value, low, high, unit }) {
  const range = low !== undefined && low !== null && high !== undefined && high !== null && low !== high;
  const words = range ? `${low}–${high}` : value !== null && value !== undefined ? readable(value) : low ?? high ?? say("nothing");
  return unit ? `${words} ${unit}` : String(words);
}

function readable(value) {
  if (Array.isArray(value)) return value.map(readable).join(", ");
  if (typeof value === "object") return value.name ?? Object.values(value).filter(v => typeof v !== "object").join(" ");
  return typeof value === "number" ? value.toLocaleString("en") : String(value);
}

function claim(one) {
  const words = one.words && make("q", { dir: "auto" }, one.words);
  return make("div.claim", { class: one.chosen ? "chosen" : one.state ?? "" }, make("b", { dir: "auto" }, one.chosen && make("span", { "aria-hidden": "true" }, "✓ "), one.chosen && make("span.aside", {}, say("chosen")), told(one)),
    words && (one.report ? make("a", { href: link("/report", { id: one.report, record: one.record }) }, words) : words), one.said_by && make("small", {}, say("said-by", { name: one.said_by })), one.told && make("small", {}, one.told.replace("T", " ").slice(0, 16)));
}

function head(column) {
  const first = column.reports?.[0], words = column.name || first || say("unknown-source");
  return make("th", { scope: "col" }, first ? make("a", { href: link("/report", { id: first }), dir: "auto" }, words) : words, column.told && make("small", {}, column.told.replace("T", " ").slice(0, 16)),
    column.copies > 0 && make("details.copies", {}, make("summary", {}, say("copies", { n: column.copies })), make("ul", {}, column.reports.slice(1).map(r => make("li", {}, make("a", { href: link("/report", { id: r }) }, r))))));
}

/** Return a row with what the incident's field says of it. */
function flat(line) {
  const { chosen } = line, field = chosen && typeof chosen === "object" && !Array.isArray(chosen) && "state" in chosen ? chosen : null;
  return field ? { ...line, state: field.state, by: field.by, value: told(field) } : { ...line, value: chosen === null || chosen === undefined ? say("nothing") : readable(chosen) };
}

function row(line, columns, taken) {
  const state = make("span.claim-state", { class: line.state }, make("span", { "aria-hidden": "true" }, `${STATES[line.state] ?? ""} `), plainly(line.state ?? ""));
  return make("tr", { class: line.state ?? "", data: { field: line.field } }, make("th", { scope: "row" }, plainly(line.field), make("br"), state),
    make("td.chosen-cell", {}, make("b", { dir: "auto" }, line.value), line.by && make("small", {}, say("chosen-by", { rule: plainly(line.by) })), taken && make("p.taken", {}, taken)),
    columns.map((c, n) => make("td", {}, (line.cells[n] ?? []).map(claim))));
}

/** Show the claims; `exports` is what each export would take where it differs. */
export function claimsTable(box, { columns, table: given, exports = {} }) {
  let chosen = "";
  const table = given.map(flat), names = Object.keys(exports), agreed = table.filter(r => r.state === "agree"), open = table.filter(r => r.state !== "agree");
  const draw = () => {
    const taken = field => {
      const takes = exports[chosen]?.fields ?? exports[chosen];
      if (!takes || !(field in takes)) return null;
      const found = takes[field], value = found && typeof found === "object" && !Array.isArray(found) && ("value" in found || "low" in found) ? told(found) : found === null ? say("nothing") : readable(found);
      return say("export-takes", { name: chosen, value });
    };
    const rows = (list, cls) => list.length > 0 && make("tbody", { class: cls }, list.map(r => row(r, columns, taken(r.field))));
    const choice = names.length > 0 && make("fieldset.exports", {}, make("legend", {}, say("exports-legend")), ["", ...names].map(name => make("label.chip", {}, make("input", { type: "radio", name: "export", value: name, checked: name === chosen, on: { change: () => { chosen = name; draw(); box.querySelector(`input[value="${CSS.escape(name)}"]`)?.focus(); } } }), name || say("export-rule"))));
    const headRow = make("tr", {}, make("th", { scope: "col" }, say("column.field")), make("th", { scope: "col" }, say("column.chosen")), columns.map(head));
    fill(box, choice, make("div.scroll.claims", { tabindex: "0", role: "region", "aria-label": say("claims") }, make("table", {}, make("thead", {}, headRow), rows(open, "open"), rows(agreed, "agreed"))));
  };
  draw();
}
