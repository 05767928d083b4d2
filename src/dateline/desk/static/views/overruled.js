/* Where a coder's value did not hold, what holds instead, and why: to learn from. */

import { fill, link, make } from "../elements.js";
import { counted, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

export function show(main, { data, address }) {
  const { by } = address.state;
  const columns = [
    { label: say("column.record"), cell: r => [make("a", { href: link("/report", { id: r.report, record: r.record?.slice(r.record.lastIndexOf("/") + 1) }) }, r.record ?? r.report), make("span.quote", { dir: "auto" }, ` ${r.words ?? ""}`)] }, { label: say("column.field"), cell: r => say(`field.${r.field}`) },
    { label: say("column.coder"), cell: r => r.coder }, { label: say("column.coder-said"), cell: r => make("del", {}, plainly(r.said ?? "") || say("nothing")) }, { label: say("column.holds"), cell: r => make("ins", {}, plainly(r.value ?? "") || say("nothing")) }, { label: say("column.by"), cell: r => r.by }, { label: say("column.note"), cell: r => r.note }, { label: say("column.at"), cell: r => r.at?.slice(0, 10) },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.overruled")), counted(data)), make("p.quiet", {}, say("overruled-note")),
    data.coders.length > 0 && make("nav.chips-line", { "aria-label": say("column.coder") }, data.coders.map(([name, n]) => make("a.chip", { href: link("/overruled", { by: name }), "aria-current": by === name ? "true" : null }, name, make("b", {}, count(n))))),
    data.rows.length ? table(say("page.overruled"), columns, data.rows) : make("p.empty", {}, say("nobody-overruled"))));
  return null;
}
