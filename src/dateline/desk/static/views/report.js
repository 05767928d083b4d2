/* A report: its words and its records, its family, and where it was found. */

import { fill, link, make } from "../elements.js";
import { Reading } from "../reading.js";
import { Adding } from "../review/adding.js";
import { plainly, say } from "../strings.js";
import { read } from "../twin.js";

function head({ id, report, family }) {
  const told = [report.source, report.author, report.published, report.language].filter(Boolean).flatMap((words, n) => [n > 0 && " · ", make("bdi", {}, words)]);
  const copies = family.filter(f => f.report !== id);
  return make("header.report-head", {}, make("h1", { dir: "auto" }, report.title || firstLine(report.text) || id), make("p.meta", {}, told, " ", make("code", {}, id)),
    report.url && make("p.meta", {}, make("span", { dir: "ltr" }, report.url)),
    report.error && make("p.fault", {}, say("not-coded", { error: report.error })),
    copies.length > 0 && make("details.family", {}, make("summary", {}, say("family", { n: copies.length }), " · ", say("independent", { n: report.roots })),
      make("ul", {}, copies.map(f => make("li", {}, make("a", { href: link("/report", { id: f.report }), dir: "auto" }, f.title || f.report), make("span.quiet.small", {}, ` ${[f.source, f.published, plainly(f.role), f.credit].filter(Boolean).join(" · ")}`))))));
}

const firstLine = text => (text ?? "").trim().split("\n", 1)[0].slice(0, 160);

function found({ found: places }) {
  return places.length > 0 && make("details.found", {}, make("summary", {}, say("found-at", { n: places.length })), make("ul.small.quiet", {}, places.map(f => make("li", {}, [f.path, f.member, f.number].filter(x => x !== null && x !== "").join(" › ")))));
}

/** Let the reader add events; what was added is shown and chosen. */
function offer(main, page, reading) {
  const again = async id => {
    const { data } = page, at = reading.words.parentElement.scrollTop;
    page.data = await read("/report", { id: data.id });
    page.address.change({ record: id ? id.slice(id.lastIndexOf("/") + 1) : null });
    main.querySelector(".reading").remove();
    const fresh = await show(main, page);
    fresh.words.parentElement.scrollTop = at;
  };
  const adding = new Adding(reading.words, page.data, { again });
  reading.side.append(make("p.quiet.small.add-hint", {}, say("add-hint")));
  page.keys.add("m", "add-event", () => void adding.add());
}

export async function show(main, page) {
  const { data } = page;
  if (data.withdrawn && !data.report) {
    fill(main, make("div.sheet", {}, make("p.empty", {}, make("strong", {}, say("withdrawn")), data.withdrawn.why ?? "")));
    return null;
  }
  document.body.classList.add("whole");
  document.title = `${data.report.title || firstLine(data.text) || data.id} · dateline`;
  const reading = new Reading(main, { ...data, report: { ...data.report, text: data.text } }, page, { head: head({ ...data, report: { ...data.report, text: data.text } }), foot: found(data) });
  if (page.editor) offer(main, page, reading);
  page.keys.add("j", "next-record", () => reading.go(1)).add("k", "previous-record", () => reading.go(-1))
    .add("ArrowDown", "next-record-arrow", e => e.target.closest(".side") ? reading.go(1) : false).add("ArrowUp", "previous-record-arrow", e => e.target.closest(".side") ? reading.go(-1) : false)
    .add("Enter", "why", e => { const why = e.target.matches?.(".card") && e.target.querySelector(".why"); if (!why) return false; why.open = !why.open; return true; })
    .add("Escape", "let-go", () => { page.selection.choose(null); document.activeElement?.blur(); });
  page.selection.listen(({ chosen }) => page.address.change({ record: chosen }));
  const wanted = page.address.state.record ?? location.hash.slice(1);
  if (wanted) reading.open(wanted);
  return reading;
}
