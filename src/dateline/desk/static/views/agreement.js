/* How far coders agree: Krippendorff's alpha field by field, over all and by parts, never one number. */

import { fill, link, make } from "../elements.js";
import { table } from "../sheets.js";
import { count, say } from "../strings.js";

const BY = ["source", "month", "report"];
const share = ({ agreed, units }) => units ? `${count(agreed)} / ${count(units)}` : "";

function alpha({ alpha: value }) {
  if (value === null || value === undefined) return make("span.quiet", {}, say("no-alpha"));
  const line = make("i.interval.point", { "aria-hidden": "true" });
  for (const name of ["--low", "--high", "--at"]) line.style.setProperty(name, String(Math.max(0, Math.min(1, value))));
  return [make("span", {}, value.toFixed(2)), line];
}

const columns = [
  { label: say("column.field"), cell: r => say(`field.${r.field}`) }, { label: say("column.scale"), cell: r => r.scale && say(`scale.${r.scale}`) }, { label: say("column.alpha"), cell: alpha },
  { label: say("column.agreed"), num: true, cell: share },
];

export function show(main, { data, address }) {
  const now = address.state.by ?? "";
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.agreement")), make("p.count", {}, make("a", { href: "/adjudicate" }, say("n-coded-twice", { n: data.records })))), make("p.quiet", {}, say("agreement-note"), " ", data.coders.join(", ")),
    make("nav.chips-line", { "aria-label": say("parts-by") }, ["", ...BY].map(by => make("a.chip", { href: link("/agreement", { by }), "aria-current": now === by ? "true" : null }, by ? say(`by.${by}`) : say("over-all")))),
    data.records ? table(say("page.agreement"), columns, data.fields) : make("p.empty", {}, make("strong", {}, say("no-agreement")), make("a", { href: "/second" }, say("page.second"))),
    data.parts.map(p => make("section.block", {}, make("h2", {}, p.part || say("none"), " ", make("small", {}, say("n-records", { n: p.records }))), table(p.part || say("none"), columns, p.fields)))));
  return null;
}
