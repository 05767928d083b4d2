/* What is pledged: sums by currency and stage, who gives to whom, and each pledge with its words. */

import { link, make } from "../elements.js";
import { COLUMNS, actors, amount } from "../rows.js";
import { filteredSheet, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

const STAGES = ["announced", "committed", "allocated", "delivered", "withdrawn", "refused"];

function sums(rows) {
  const currencies = [...new Set(rows.map(r => r.currency))];
  const columns = [{ label: say("column.currency"), cell: c => c.currency ?? say("no-amount") }, ...STAGES.map(stage => ({ label: plainly(stage), num: true, cell: c => cell(rows.find(r => r.currency === c.currency && r.stage === stage), stage) }))];
  return [make("h2", {}, say("pledge-sums")), make("p.quiet.small", {}, say("pledge-sums-note")), table(say("pledge-sums"), columns, currencies.map(currency => ({ currency })))];
}

function cell(sum, stage) {
  if (!sum) return "";
  return make("a", { href: link("/commitments", { status: stage }) }, amount(sum) || "", " ", make("small.quiet", {}, `(${count(sum.commitments)})`));
}

function pairs(rows) {
  const columns = [{ label: say("column.donor"), cell: r => actors(r.donor) }, { label: say("column.recipient"), cell: r => actors(r.recipient) },
    { label: say("column.amount"), num: true, cell: r => amount(r) }, { label: say("column.pledges"), num: true, cell: r => make("a", { href: link("/commitments", { actor: r.donor }) }, count(r.commitments)) }];
  return [make("h2", {}, say("pledge-pairs")), table(say("pledge-pairs"), columns, rows)];
}

export function show(main, page) {
  return filteredSheet(main, page, data => [
    data.sums.length > 0 && make("section.block", {}, sums(data.sums)), data.pairs.length > 0 && make("section.block", {}, pairs(data.pairs)),
    data.rows.length > 0 && make("section.block", {}, make("h2", {}, say("page.pledges")), table(say("page.pledges"), COLUMNS.commitments, data.rows)),
  ]);
}
