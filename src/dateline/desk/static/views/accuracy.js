/* How often the coder is right: on the gold set that is shipped, and on what was reviewed here, with how many. */

import { fill, link, make } from "../elements.js";
import { bars, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

const two = x => x === null || x === undefined ? "" : x.toFixed(2);

/** Return a share with its interval, drawn as a line: a small n shows as a long one. */
function interval(row) {
  if (row.share === null || row.share === undefined) return "";
  const line = make("i.interval", { "aria-hidden": "true" });
  for (const [name, x] of [["--low", row.low], ["--high", row.high], ["--at", row.share]]) line.style.setProperty(name, String(x ?? row.share));
  return [make("span", {}, `${two(row.share)} (${two(row.low)}–${two(row.high)})`), line];
}

export function show(main, { data }) {
  const own = new Map((data.own ?? []).map(r => [`${r.layer}/${r.field}`, r])), shipped = new Map((data.shipped ?? []).map(r => [`${r.layer}/${r.field}`, r]));
  const rows = [...new Set([...shipped.keys(), ...own.keys()])].map(id => ({ id, ...(shipped.get(id) ?? own.get(id)), own: own.get(id), shipped: shipped.get(id) }));
  const columns = [
    { label: say("column.layer"), cell: r => plainly(r.layer) }, { label: say("column.field"), cell: r => plainly(r.field ?? "") }, { label: say("column.gold-n"), num: true, cell: r => r.shipped && count(r.shipped.n) },
    { label: say("column.precision"), num: true, cell: r => two(r.shipped?.precision) }, { label: say("column.recall"), num: true, cell: r => two(r.shipped?.recall) }, { label: "F1", num: true, cell: r => two(r.shipped?.f1) },
    { label: say("column.own-n"), num: true, cell: r => r.own && count(r.own.n) }, { label: say("column.own-right"), cell: r => r.own ? interval(r.own) : "" },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.accuracy")), make("p.count", {}, make("a", { href: "/judgements" }, say("n-reviewed", { n: data.reviewed ?? 0 })))), make("p.quiet", {}, say("accuracy-note", { gold: data.gold?.name ?? data.gold ?? "" })),
    rows.length ? table(say("page.accuracy"), columns, rows) : make("p.empty", {}, say("no-figures")), data.reasons?.length > 0 && bars(say("rejected-because"), data.reasons, () => link("/judgements"), { words: plainly })));
  return null;
}
