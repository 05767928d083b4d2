/* Where coders differ: the values side by side, and one button each for the one that holds. What all agree on is skipped. */

import { fill, link, make } from "../elements.js";
import { plainly, say } from "../strings.js";
import { toast } from "../toast.js";
import { send } from "../twin.js";

const told = value => value === null || value === undefined || value === "" ? say("nothing") : plainly(String(value)) === String(value).toLowerCase() ? plainly(String(value)) : String(value);

export function show(main, { data, editor }) {
  const settle = async (record, field, value, line) => {
    try { await send("/review/settle", { record, field, value: value ?? "" }); line.remove(); toast(say("did.settle"), { does: async () => { await send("/review/undo", {}); location.reload(); }, label: say("act.undo") }); } catch (fault) { toast(fault.message); }
  };
  const choice = (item, { field, values }) => {
    const line = make("li", { data: { field } }, make("h3", {}, say(`field.${field}`)), make("div.choices-line", {}, values.map(v => make("button", { type: "button", disabled: !editor || !item.record, on: { click: () => settle(item.record, field, v.value, line) } }, make("b", { dir: "auto" }, told(v.value)), make("small", {}, v.by)))));
    return line;
  };
  fill(main, make("div.sheet", {}, make("header", {}, make("h1", {}, say("page.adjudicate")), make("p.count", { role: "status" }, say("adjudicate-count", { open: data.open, agreed: data.agreed, n: data.records }))), make("p.quiet", {}, say("adjudicate-note")),
    data.items.length ? make("ol.adjudicate", {}, data.items.map(i => make("li", {}, make("p.meta", {}, i.record ? make("a", { href: link("/report", { id: i.report, record: i.record.slice(i.record.lastIndexOf("/") + 1) }) }, i.record) : i.report, ` ${[i.source, i.published].filter(Boolean).join(" · ")}`), make("blockquote", { dir: "auto" }, i.words), make("ul", {}, i.fields.map(f => choice(i, f)))))) : make("p.empty", {}, make("strong", {}, say("nothing-to-settle")))));
  return null;
}
