/* What could not be taken as a report, and why. */

import { fill, link, make } from "../elements.js";
import { counted, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

export function show(main, { data, address }) {
  const { reason } = address.state, chip = (value, words, n) => make("a.chip", { href: link("/quarantine", { reason: value }), "aria-current": (reason ?? "") === value ? "true" : null }, words, make("b", {}, count(n)));
  const columns = [
    { label: say("column.file"), cell: r => [r.path, r.member, r.article].filter(x => x !== null && x !== undefined && x !== "").join(" › ") },
    { label: say("column.reason"), cell: r => plainly(r.reason) }, { label: say("column.told"), cell: r => r.told }, { label: say("column.kind"), cell: r => r.media_type }, { label: say("column.recorded"), cell: r => r.recorded?.slice(0, 16).replace("T", " ") },
  ];
  fill(main, make("div.sheet.wide", {}, make("header", {}, make("h1", {}, say("page.quarantine")), counted(data)), make("p.quiet", {}, say("quarantine-note")),
    data.reasons.length > 0 && make("nav.chips-line", { "aria-label": say("column.reason") }, chip("", say("every-reason"), data.total), data.reasons.map(([value, n]) => chip(value, plainly(value), n))),
    data.rows.length ? table(say("page.quarantine"), columns, data.rows) : make("p.empty", {}, make("strong", {}, say("quarantine-empty")))));
  return null;
}
