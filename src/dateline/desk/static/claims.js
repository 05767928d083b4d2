/* The table of claims: a row for each field, a column for each source in order of time, copies of one text folded. */

import { fill, link, make } from "./elements.js";
import { fieldName, plainly, say, sayOr } from "./strings.js";
import { toast } from "./toast.js";
import { read } from "./twin.js";

const STATES = { conflict: "≠", agree: "=", refine: "⊃", superseded: "↷", denied: "✕" };
const MOST_CELLS = 4, given = value => value !== undefined && value !== null;

/** Return a claim's value as one reads it: a number with its bounds, an open end as "5 or more". */
export function told({ value, low, high }) {
  if (given(low) && !given(high)) return say("or-more", { n: low });
  if (given(low) && low !== high) return `${readable(low)}–${readable(high)}`;
  return given(value) ? readable(value) : given(low) ? readable(low) : say("nothing");
}

function readable(value) {
  if (Array.isArray(value)) return value.map(readable).join(", ");
  if (typeof value === "object") return value.name ?? Object.values(value).filter(v => typeof v !== "object").join(" ");
  return typeof value === "number" ? value.toLocaleString("en") : String(value);
}

const shown = (field, claim) => field === "status" ? plainly(claim.value) : told(claim);

function claim(one, field, take) {
  const words = one.words && make("q", { dir: "auto" }, one.words), value = shown(field, one);
  return make("div.claim", { class: one.chosen ? "chosen" : one.state ?? "" },
    make("p.value", {}, make("b", { dir: "auto" }, one.chosen && make("span", { "aria-hidden": "true" }, "✓ "), one.chosen && make("span.aside", {}, say("chosen")), value),
      take && !one.chosen && make("button.take", { type: "button", "aria-label": say("take-this", { field: fieldName(field), value }), on: { click: () => take(field, one.value) } }, say("take"))),
    words && (one.report ? make("a", { href: link("/report", { id: one.report, record: one.record }) }, words) : words), one.said_by && make("small", {}, say("said-by", { name: one.said_by })), one.told && make("small", {}, one.told.replace("T", " ").slice(0, 16)));
}

function head(column) {
  const first = column.reports?.[0], words = column.name || first || say("unknown-source");
  return make("th", { scope: "col" }, first ? make("a", { href: link("/report", { id: first }), dir: "auto" }, words) : words, column.told && make("small", {}, column.told.replace("T", " ").slice(0, 16)),
    column.copies > 0 && make("details.copies", {}, make("summary", {}, say("copies", { n: column.copies })), make("ul", {}, column.reports.slice(1).map(r => make("li", {}, make("a", { href: link("/report", { id: r }) }, r))))));
}

/** Tell whether one claim alone speaks of a field: then there was nothing to choose from. */
export const saidOnce = line => line?.cells.flat().length === 1;

/** Return who or what chose the value of a field: a person, with a way back, or the rule. */
function chooser(line, choice, does) {
  if (!choice && saidOnce(line)) return make("small", {}, say("by.alone"));
  if (!choice) return line.chosen?.by && make("small", {}, sayOr(`by.${line.chosen.by}`, say("chosen-by", { rule: plainly(line.chosen.by) })));
  return make("small.by-hand", {}, make("span", { "aria-hidden": "true" }, "✎ "), say("chosen-by-person", { name: choice.by ?? say("somebody") }), choice.why && [" · ", make("span", { dir: "auto" }, choice.why)],
    does && choice.mine && make("button.plain.small", { type: "button", on: { click: () => does.back(line.field) } }, say("act.undo")));
}

function row(line, columns, { taken, choice, does }) {
  const now = line.chosen ?? {}, state = now.state ?? "agree";
  return make("tr", { class: state, data: { field: line.field } },
    make("th", { scope: "row" }, fieldName(line.field), make("span.claim-state", { class: state }, make("span", { "aria-hidden": "true" }, `${STATES[state]} `), sayOr(`state-of.${state}`, plainly(state)))),
    make("td.chosen-cell", {}, make("b", { dir: "auto" }, shown(line.field, now)), chooser(line, choice, does), taken && make("p.taken", {}, taken),
      does && make("button.plain.small.other", { type: "button", "aria-label": say("other-value-of", { field: fieldName(line.field) }), on: { click: () => does.other(line.field, now.value) } }, say("other-value"))),
    columns.map((c, n) => make("td", {}, (line.cells[n] ?? []).map(one => claim(one, line.field, does?.take)))));
}

/** What a format takes of a field: the columns that are made of it alone, before those of which it is a part. */
function ofFormat(format, field) {
  const cells = (format.rows[0] ?? []).filter(c => c.fields.includes(field)).sort((a, b) => a.fields.length - b.fields.length);
  return cells.length ? [say("format-takes", { name: sayOr(`format.${format.name}`, format.name) }), cells.slice(0, MOST_CELLS).map(c => [" ", make("span.cell", {}, make("code", {}, c.column), ` ${c.value}`)]), cells.length > MOST_CELLS && " …"] : null;
}

function ofRule(name, rule, field) {
  const found = rule.fields?.[field];
  return found ? say("export-takes", { name, value: shown(field, found) }) : null;
}

function formatRow(format) {
  const name = sayOr(`format.${format.name}`, format.name);
  if (!format.rows.length) return make("p.format-row", {}, make("b", {}, say("format-none", { name })), " ", [...new Set(format.left_out.map(w => w.rule ? say("format-why", { reason: w.reason, rule: w.rule }) : w.reason))].join("; "));
  return make("details.format-row", {}, make("summary", {}, say("format-rows", { name, n: format.rows.length })), format.rows.map(cells => make("dl", {}, cells.map(c => [make("dt", {}, c.column), make("dd", { dir: "auto" }, String(c.value))]))));
}

/**
 * Show the claims.
 *
 * @param rules what each rule would take
 * @param chosen by field, what a person chose
 * @param does for who may judge: `take(field, value)`, `other(field, value)`, `back(field)`
 */
export function claimsTable(box, { columns, table, rules = {}, incident, chosen = {}, does = null }) {
  let picked = "", formats = null;
  const below = make("div"), body = make("div.scroll.claims", { tabindex: "0", role: "region", "aria-label": say("claims") });
  const agreed = table.filter(r => (r.chosen?.state ?? "agree") === "agree"), open = table.filter(r => !agreed.includes(r));
  const draw = () => {
    const [kind, name] = picked.split(":"), format = kind === "format" && formats?.find(f => f.name === name);
    const taken = field => format ? ofFormat(format, field) : kind === "rule" ? ofRule(name, rules[name], field) : null;
    const lines = (list, cls) => list.length > 0 && make("tbody", { class: cls }, list.map(r => row(r, columns, { taken: taken(r.field), choice: chosen[r.field], does })));
    fill(body, make("table", {}, make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("column.field")), make("th", { scope: "col" }, say("column.chosen")), columns.map(head))), lines(open, "open"), lines(agreed, "agreed")));
    fill(below, format && formatRow(format));
  };
  const choose = async value => {
    picked = value;
    try { if (value.startsWith("format:")) formats ??= (await read("/formats", { id: incident.id, rule: incident.rule.split("@")[0] })).formats; } catch (fault) { toast(fault.message); }
    draw();
  };
  const chip = (value, words) => make("label.chip", {}, make("input", { type: "radio", name: "export", value, checked: value === picked, on: { change: () => choose(value) } }), words);
  const choice = make("fieldset.exports", {}, make("legend", {}, say("exports-legend")), chip("", say("this-rule", { name: incident.rule.split("@")[0] })), Object.keys(rules).filter(name => name !== incident.rule).map(name => chip(`rule:${name}`, name.split("@")[0])),
    make("span.apart", { "aria-hidden": "true" }), FORMATS.map(name => chip(`format:${name}`, sayOr(`format.${name}`, name))));
  fill(box, choice, body, below);
  draw();
}

const FORMATS = ["acled", "ucdp", "gdelt", "polecat", "icews", "cameo", "reports"];
