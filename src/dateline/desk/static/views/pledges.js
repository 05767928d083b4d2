/* What is pledged: each pledge once on its way from announced to delivered, sums, and every record with its words. */

import { link, make } from "../elements.js";
import { COLUMNS, actors, amount } from "../rows.js";
import { filteredSheet, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

const WAY = ["announced", "committed", "allocated", "delivered"], ENDED = ["withdrawn", "refused"];

/** Return a pledge's way: a stop for each stage, filled where it was reached, with the day on which it was told. */
function way(pledge) {
  const told = new Map(pledge.steps.map(s => [s.stage, s])), ended = ENDED.find(s => told.has(s)), reached = Math.max(...WAY.map((s, n) => told.has(s) ? n : -1));
  const stop = (stage, n) => {
    const step = told.get(stage);
    return make("li", { class: step ? "told" : n < reached ? "passed" : "" }, make("i", { "aria-hidden": "true" }), make("span", {}, step ? make("a", { href: link("/report", { id: step.quote.report }), title: step.quote.words }, plainly(stage)) : plainly(stage)), make("small", {}, step ? [step.day, step.amount !== null && step.amount !== pledge.amount && ` · ${amount({ ...pledge, amount: step.amount })}`] : " "));
  };
  return make("ol.way", { class: ended ?? "" }, WAY.map(stop), ended && make("li.ended", {}, make("i", { "aria-hidden": "true" }), make("span", {}, make("a", { href: link("/report", { id: told.get(ended).quote.report }), title: told.get(ended).quote.words }, plainly(ended))), make("small", {}, told.get(ended).day)));
}

const things = list => list.map(t => t.count === null ? t.name : `${count(t.count)} ${t.name}`).join(", ");

function pledge(one) {
  const what = amount(one), quote = one.steps[0]?.quote;
  return make("li.pledge", {}, make("div", {}, make("p.parties", {}, one.giver ? actors(one.giver) : say("somebody"), make("span.to", {}, " → "), one.receiver ? actors(one.receiver) : say("somebody")),
    make("p.sum", {}, make("b", {}, what ? [one.up_to && `${say("up-to")} `, what] : things(one.things) || plainly(one.kind)), make("span.quiet", {}, ` ${[what && things(one.things), plainly(one.kind), one.part_of && say("part-of-pledge", { n: one.part_of })].filter(Boolean).join(" · ")}`)),
    quote && make("blockquote", { dir: "auto" }, make("a", { href: link("/report", { id: quote.report }) }, quote.words)), make("p.quiet.small", {}, say("n-reports", { n: one.reports.length }), ", ", say("n-independent", { n: one.roots }))), way(one));
}

function totals(rows) {
  const columns = [{ label: say("column.donor"), cell: r => actors(r.giver) }, { label: say("column.recipient"), cell: r => actors(r.receiver) }, { label: say("column.kind"), cell: r => plainly(r.kind) }, { label: say("column.pledges"), num: true, cell: r => make("a", { href: link("/commitments", { actor: r.giver ?? r.receiver }) }, count(r.pledges)) },
    ...["promised", "up_to", "committed", "allocated", "delivered", "withdrawn"].filter(name => rows.some(r => r[name])).map(name => ({ label: say(`sum.${name}`), num: true, cell: r => r[name] ? amount({ amount: r[name], currency: r.currency }) : "" }))];
  return [make("h2", {}, say("pledge-totals")), table(say("pledge-totals"), columns, rows)];
}

function sums(rows) {
  const currencies = [...new Set(rows.map(r => r.currency))];
  const columns = [{ label: say("column.currency"), cell: c => c.currency ?? say("no-amount") }, ...[...WAY, ...ENDED].map(stage => ({ label: plainly(stage), num: true, cell: c => cell(rows.find(r => r.currency === c.currency && r.stage === stage), stage) }))];
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
  const block = (on, ...children) => on && make("section.block", {}, children);
  return filteredSheet(main, page, data => data.followed
    ? [block(data.followed.length, make("ol.followed", {}, [...data.followed].sort((a, b) => (b.steps.at(-1)?.day ?? "").localeCompare(a.steps.at(-1)?.day ?? "")).map(pledge))), block(data.totals.length, totals(data.totals)), block(data.rows.length, make("h2", {}, say("pledge-records")), table(say("pledge-records"), COLUMNS.commitments, data.rows))]
    : [make("p.quiet.small", {}, say("pledges-many")), block(data.sums.length, sums(data.sums)), block(data.pairs.length, pairs(data.pairs)), block(data.rows.length, make("h2", {}, say("pledge-records")), table(say("pledge-records"), COLUMNS.commitments, data.rows))]);
}
