/* What coded the reports, and the way to what two runs say differently. */

import { fill, link, make } from "../elements.js";
import { table } from "../sheets.js";
import { count, say } from "../strings.js";

const short = digest => digest ? make("code", { title: digest }, digest.slice(0, 10)) : "";
const moment = text => text?.slice(0, 16).replace("T", " ");

export function show(main, { data }) {
  const { rows } = data, before = new Map(rows.map((r, n) => [r.run, rows[n + 1]?.run]));
  const columns = [
    { label: say("column.run"), cell: r => String(r.run) }, { label: say("column.version"), cell: r => r.version }, { label: say("column.model"), cell: r => [r.model, " ", short(r.model_digest)] },
    { label: say("column.lexicon"), cell: r => short(r.lexicon_digest) }, { label: say("column.gazetteer"), cell: r => short(r.gazetteer_digest) }, { label: say("column.started"), cell: r => moment(r.started) },
    { label: say("column.codings"), num: true, cell: r => count(r.codings) }, { label: say("column.current"), num: true, cell: r => count(r.current) }, { label: say("column.failed"), num: true, cell: r => count(r.failed) },
    { label: say("column.differences"), cell: r => before.get(r.run) && make("a", { href: link("/diff", { one: before.get(r.run), other: r.run }) }, say("with-run", { run: before.get(r.run) })) },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.runs"))), make("p.quiet", {}, say("runs-note")), rows.length ? table(say("page.runs"), columns, rows) : make("p.empty", {}, say("no-runs"))));
  return null;
}
