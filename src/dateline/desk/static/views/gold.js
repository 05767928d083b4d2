/* Reviewed reports as gold: two files to download, and the command that measures the coder by them. */

import { fill, link, make } from "../elements.js";
import { table } from "../sheets.js";
import { say } from "../strings.js";

export function show(main, { data }) {
  const file = name => make("a.button", { href: link(`/gold/${name}`, data.by ? { by: data.by } : {}), download: name }, name);
  const columns = [{ label: say("column.record"), cell: r => make("a", { href: link("/report", { id: r.report }) }, r.report) }, { label: say("column.why"), cell: r => r.why }];
  fill(main, make("div.sheet", {}, make("header", {}, make("h1", {}, say("page.gold")), make("p.count", {}, say("gold-count", { reports: data.reports, events: data.events }))), make("p.quiet", {}, say("gold-note")), make("p", {}, file("labels.jsonl"), " ", file("texts.jsonl")), make("pre", {}, "dateline evaluate FOLDER"),
    data.left_out?.length > 0 && make("section.block", {}, make("h2", {}, say("left-out")), table(say("left-out"), columns, data.left_out))));
  return null;
}
