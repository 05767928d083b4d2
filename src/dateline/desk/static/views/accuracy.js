/* How often the coder is right: on what was reviewed here, beside the gold set that is shipped, each with how many. */

import { fill, link, make } from "../elements.js";
import { bars, table } from "../sheets.js";
import { count, plainly, say, sayOr } from "../strings.js";

const two = x => x === null || x === undefined ? "" : x.toFixed(2);

/** Return a share with its interval as a line: a small n shows as a long one. */
function interval({ share, low, high }) {
  if (share === null || share === undefined) return make("span.quiet", {}, say("not-yet"));
  const line = make("i.interval", { "aria-hidden": "true" });
  for (const [name, x] of [["--low", low], ["--high", high], ["--at", share]]) line.style.setProperty(name, String(x ?? share));
  return [make("span", {}, `${two(share)} (${two(low)}–${two(high)})`), line];
}

function value({ value: x }) {
  const line = make("i.interval.point", { "aria-hidden": "true" });
  for (const name of ["--low", "--high", "--at"]) line.style.setProperty(name, String(Math.max(0, Math.min(1, x))));
  return [make("span", {}, two(x)), line];
}

function own({ own: rows, shipped }) {
  const f1 = new Map(shipped.filter(r => r.measure === "f1").map(r => [`${r.layer}/${r.field}`, r.value]));
  const columns = [
    { label: say("column.field"), cell: r => r.field === "found" ? say("found-at-all") : sayOr(`field.${r.field}`, plainly(r.field)) }, { label: say("column.own-n"), num: true, cell: r => make("a", { href: "/judgements" }, count(r.n)) },
    { label: say("column.own-right"), cell: interval }, { label: say("column.gold-f1"), num: true, cell: r => two(f1.get(`${r.layer}/${r.field}`)) },
  ];
  return table(say("accuracy-own"), columns, rows);
}

function gold(shipped) {
  const columns = [{ label: say("column.layer"), cell: r => plainly(r.layer.replaceAll("_", " ")) }, { label: say("column.field"), cell: r => plainly((r.field ?? "").replaceAll("_", " ")) }, { label: say("column.measure"), cell: r => r.measure.replaceAll("_", " ") }, { label: say("column.value"), cell: value }];
  return table(say("accuracy-gold"), columns, shipped);
}

export function show(main, { data }) {
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.accuracy")), make("p.count", {}, make("a", { href: "/judgements" }, say("n-reviewed", { n: data.reviewed ?? 0 })))),
    make("section.block", {}, make("h2", {}, say("accuracy-own")), make("p.quiet", {}, say("accuracy-own-note"), data.missed > 0 && ` ${say("missed-n", { n: data.missed })}`), own(data)),
    data.reasons?.length > 0 && bars(say("rejected-because"), data.reasons.map(([, words, n]) => [words, n]), () => link("/judgements")),
    data.shipped.length > 0 && make("section.block", {}, make("h2", {}, say("accuracy-gold")), make("p.quiet", {}, say("accuracy-gold-note"), " ", make("code.small", {}, data.gold ?? "")), gold(data.shipped))));
  return null;
}
