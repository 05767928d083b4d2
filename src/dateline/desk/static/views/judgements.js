/* The audit trail: who said what of which record, why, and what was taken back. */

import { fill, link, make } from "../elements.js";
import { counted, table } from "../sheets.js";
import { count, plainly, say, sayOr } from "../strings.js";

const value = v => v === null || v === undefined || v === "" ? "" : typeof v === "object" ? JSON.stringify(v) : String(v);

const ACTS = [
  { label: say("column.number"), cell: r => String(r.act ?? r.number ?? "") }, { label: say("column.judged"), cell: r => sayOr(`done.${r.kind}`, plainly(r.kind)) },
  { label: say("column.record"), cell: r => r.report && make("a", { href: link("/report", { id: r.report }) }, String(r.report)) }, { label: say("column.reason"), cell: r => r.reason && plainly(r.reason) },
  { label: say("column.field"), cell: r => r.field && plainly(r.field) }, { label: say("column.after"), cell: r => value(r.value) }, { label: say("column.note"), cell: r => r.note }, { label: say("column.by"), cell: r => r.by }, { label: say("column.at"), cell: r => r.at?.slice(0, 16).replace("T", " ") },
  { label: say("column.undone"), cell: r => (r.undone || r.live === 0) && make("span.quiet", {}, r.undone ? r.undone.slice(0, 16).replace("T", " ") : say("yes")) },
];

export function show(main, { data, address }) {
  const { by } = address.state, chip = (name, n) => make("a.chip", { href: link("/judgements", { by: name }), "aria-current": by === name ? "true" : null }, name, make("b", {}, count(n)));
  const columns = [
    { label: say("column.number"), cell: r => String(r.number) }, { label: say("column.judged"), cell: r => plainly(r.kind) }, { label: say("column.record"), cell: r => r.report && make("a", { href: link("/report", { id: r.report }) }, [r.report, r.layer && ` · ${plainly(r.layer)}`]) },
    { label: say("column.field"), cell: r => r.field && plainly(r.field) }, { label: say("column.before"), cell: r => r.was && make("del", {}, value(r.was)) }, { label: say("column.after"), cell: r => value(r.value) && make("ins", {}, value(r.value)) },
    { label: say("column.why"), cell: r => r.why }, { label: say("column.by"), cell: r => r.by }, { label: say("column.at"), cell: r => r.at?.slice(0, 16).replace("T", " ") }, { label: say("column.undone"), cell: r => (r.undone || r.state === "undone") && make("span.quiet", {}, r.undone ? r.undone.slice(0, 16).replace("T", " ") : say("yes")) },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.judgements")), counted({ total: data.matching, ...data })), make("p.quiet", {}, say("judgements-note")),
    data.acts?.length > 0 && [make("h2", {}, say("done-here")), table(say("done-here"), ACTS, data.acts)], data.by?.length > 0 && make("nav.chips-line", { "aria-label": say("column.by") }, data.by.map(([name, n]) => chip(name, n))), data.rows?.length ? table(say("page.judgements"), columns, data.rows) : make("p.empty", {}, make("strong", {}, say("no-judgements")), say("no-judgements-note"))));
  return null;
}
