/* What the reviewer sees of one record: why it is here, each field with its words and rule, and what came near. */

import { sayDays } from "../days.js";
import { make } from "../elements.js";
import { told } from "../claims.js";
import { mark } from "../marks.js";
import { plainly, say } from "../strings.js";

/** The fields that can be corrected, in the order of their numbers. */
export const FIELDS = ["type", "mode", "status", "actors", "recipients", "place", "start", "end", "killed_low", "killed_high", "injured_low", "injured_high", "country", "said_by", "spans"];
const SHOWN = FIELDS.slice(0, 8);
const REASON_OF = { actors: "who", recipients: "whom", start: "start", end: "end", place: "place" };

export function fieldValue(row, field) {
  const value = row[field];
  if (value === null || value === undefined || value === "") return "";
  return ["type", "mode", "status"].includes(field) ? plainly(value) : String(value);
}

function fieldRow(row, field, record, n, edit) {
  const reason = record?.reasons.find(r => r.field === (REASON_OF[field] ?? field));
  return make("tr", { data: { field } }, make("th", { scope: "row" }, edit && make("kbd", { "aria-hidden": "true" }, String(n + 1)), " ", say(`field.${field}`)),
    make("td", {}, fieldValue(row, field) ? make("b", { dir: "auto" }, fieldValue(row, field)) : make("i.quiet", {}, say("nothing")), (reason?.words ?? []).filter(w => w !== fieldValue(row, field)).map(w => [" ", make("q", { dir: "auto" }, w)])),
    make("td.quiet.small", {}, reason?.rule ?? "", reason?.note && make("span", {}, ` · ${reason.note}`)),
    edit && make("td", {}, make("button.plain.small", { type: "button", "aria-label": say("edit-field", { name: say(`field.${field}`) }), on: { click: () => edit(field) } }, say("edit"))));
}

const numbers = row => ["killed", "injured"].filter(k => row[`${k}_low`] !== null && row[`${k}_low`] !== undefined).map(k => make("p", {}, `${plainly(k)}: `, make("b", {}, told({ value: row[`${k}_low`], low: row[`${k}_low`], high: row[`${k}_high`] }))));

/** Return the panel of an item; `edit(field)` opens a field, null where nothing may be changed. */
export function panel(item, record, { edit, done, position }) {
  const { row } = item;
  return [
    make("p.quiet.small.position", {}, position, done && make("span.chip", { class: done }, say(`done.${done}`))),
    make("h1", {}, mark(row), " ", plainly(row.type), row.mode && make("em", {}, ` · ${plainly(row.mode)}`)),
    make("p.line", {}, make("b", { dir: "auto" }, row.actors || say("somebody")), row.recipients && [" → ", make("b", { dir: "auto" }, row.recipients)]),
    make("p.quiet", {}, [sayDays(row) || say("no-date"), row.place || say("no-place"), plainly(row.status)].join(" · ")), numbers(row),
    item.why.length > 0 && make("div.here-because", {}, make("h2", {}, say("why-here")), make("ul", {}, item.why.map(w => make("li", {}, w)))),
    make("table.fields", {}, make("caption.aside", {}, say("fields")), make("tbody", {}, SHOWN.map((f, n) => fieldRow(row, f, record, n, edit)))),
    make("p.small.quiet", {}, say("confidence", { value: (row.confidence ?? 0).toFixed(2) }), record?.cause && ` · ${say("made-by", { cause: record.cause })}`),
    record?.rivals.length > 0 && make("div.rivals", {}, make("h2", {}, say("came-near")), make("ol", {}, record.rivals.map(r => make("li", {}, r)))),
    item.acts?.length > 0 && make("ul.acts.small", {}, item.acts.map(a => make("li", {}, say("act-by", { kind: say(`done.${a.kind}`), by: a.by })))),
  ];
}
