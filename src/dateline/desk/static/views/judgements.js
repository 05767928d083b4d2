/* The audit trail: who said what of which record, why, and what was taken back. */

import { fill, link, make } from "../elements.js";
import { counted, table } from "../sheets.js";
import { count, fieldName, plainly, say, sayOr } from "../strings.js";

/** Return a value as one reads it: numbers without a point, what was added with its fields, nothing for null. */
function value(given) {
  const v = typeof given === "string" ? read(given) : given;
  if (v === null || v === undefined || v === "") return "";
  if (Array.isArray(v)) return v.map(value).join("; ");
  return typeof v === "object" ? Object.entries(v).filter(([, x]) => x !== null && x !== "").map(([k, x]) => `${fieldName(k)}: ${k === "type" || k === "status" ? plainly(x) : value(x)}`).join(", ") : typeof v === "number" ? count(v) : String(v);
}

function read(text) { try { return JSON.parse(text); } catch { return text; } }

const told = r => r.details?.added ? say("done.added") : sayOr(`done.${r.kind}`, plainly(r.kind));

const ACTS = [
  { label: say("column.number"), cell: r => String(r.act ?? r.number ?? "") }, { label: say("column.judged"), cell: told },
  { label: say("column.record"), cell: r => r.report && make("a", { href: link("/report", { id: r.report }) }, String(r.report)) }, { label: say("column.reason"), cell: r => r.reason && plainly(r.reason) },
  { label: say("column.field"), cell: r => r.details?.field && fieldName(r.details.field) }, { label: say("column.after"), cell: r => value(r.details?.added ? r.details.fields : r.details?.value) }, { label: say("column.note"), cell: r => r.note }, { label: say("column.by"), cell: r => r.by }, { label: say("column.at"), cell: r => r.at?.slice(0, 16).replace("T", " ") },
  { label: say("column.undone"), cell: r => (r.undone || r.live === 0) && make("span.quiet", {}, r.undone ? r.undone.slice(0, 16).replace("T", " ") : say("yes")) },
];

export function show(main, { data, address }) {
  const { by } = address.state, chip = (name, n) => make("a.chip", { href: link("/judgements", { by: name }), "aria-current": by === name ? "true" : null }, name, make("b", {}, count(n)));
  const columns = [
    { label: say("column.number"), cell: r => String(r.number) }, { label: say("column.judged"), cell: r => plainly(r.kind) }, { label: say("column.record"), cell: r => r.report && make("a", { href: link("/report", { id: r.report }) }, [r.report, r.layer && ` · ${plainly(r.layer)}`]) },
    { label: say("column.field"), cell: r => r.field && fieldName(r.field) }, { label: say("column.before"), cell: r => value(r.was) && make("del", {}, value(r.was)) }, { label: say("column.after"), cell: r => value(r.value) && make("ins", {}, value(r.value)) },
    { label: say("column.why"), cell: r => r.why }, { label: say("column.by"), cell: r => r.by }, { label: say("column.at"), cell: r => r.at?.slice(0, 16).replace("T", " ") }, { label: say("column.undone"), cell: r => (r.undone || r.state === "undone") && make("span.quiet", {}, r.undone ? r.undone.slice(0, 16).replace("T", " ") : say("yes")) },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.judgements")), counted({ total: data.matching, ...data })), make("p.quiet", {}, say("judgements-note")),
    data.acts?.length > 0 && [make("h2", {}, say("done-here")), table(say("done-here"), ACTS, data.acts)], data.by?.length > 0 && make("nav.chips-line", { "aria-label": say("column.by") }, data.by.map(([name, n]) => chip(name, n))), data.rows?.length ? table(say("page.judgements"), columns, data.rows) : make("p.empty", {}, make("strong", {}, say("no-judgements")), say("no-judgements-note"))));
  return null;
}
