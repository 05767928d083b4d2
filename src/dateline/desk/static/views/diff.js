/* What two runs say differently: field by field, before and after, with the words. */

import { fill, link, make } from "../elements.js";
import { bars, counted, table } from "../sheets.js";
import { plainly, say } from "../strings.js";

const told = value => value === null || value === undefined ? make("i.quiet", {}, say("nothing")) : typeof value === "object" ? JSON.stringify(value) : String(value);

export function show(main, { data, address }) {
  const columns = [
    { label: say("column.record"), cell: r => make("a", { href: link("/report", { id: r.report, record: r.record }) }, `${r.report} ${r.record ?? ""}`) }, { label: say("column.layer"), cell: r => plainly(r.layer) }, { label: say("column.field"), cell: r => plainly(r.field) },
    { label: say("column.before"), cell: r => make("del", {}, told(r.before)) }, { label: say("column.after"), cell: r => make("ins", {}, told(r.after)) }, { label: say("column.words"), cell: r => make("span.quote", {}, r.words) },
  ];
  const { state } = address;
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("diff-of", { one: data.one?.run ?? state.one, other: data.other?.run ?? state.other })), counted({ ...data, matching: data.shown })),
    data.fields?.length > 0 && bars(say("diff-fields"), data.fields.map(([layer, field, n]) => [`${layer} · ${field}`, n]), () => "#rows", { words: x => x }),
    make("div", { id: "rows" }, data.rows.length ? table(say("page.diff"), columns, data.rows) : make("p.empty", {}, say("no-differences"))),
    data.next && make("a.button", { href: link("/diff", { ...state, after: data.next }) }, say("go-on"))));
  return null;
}
