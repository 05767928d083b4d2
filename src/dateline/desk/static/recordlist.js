/* The list beside map and timeline. A row says what, when, where; the chosen one shows its words and leads to them. */

import { all, fill, link, make } from "./elements.js";
import { sayDays } from "./days.js";
import { mark, names } from "./marks.js";
import { plainly, say } from "./strings.js";

const FIRST = 120, NAMED = 3;

/** Return what the title of an incident, with its place and day, does not say: who and whom, and how many tell it. */
function ofIncident({ actors, recipients, reports, start, end, place }) {
  const some = given => names(given).slice(0, NAMED).join(", "), who = [some(actors) || say("somebody"), some(recipients)].filter(Boolean).join(" → ");
  return [(names(actors).length || names(recipients).length) && who, start !== end && sayDays({ start, end }), reports > 1 && say("n-reports", { n: reports }), !start && say("no-date"), !place && say("no-place")].filter(Boolean);
}

export class RecordList {
  constructor(box, page) {
    this.box = box;
    this.page = page;
    this.most = FIRST;
    page.selection.listen(({ chosen, from }) => { if (from !== this) this.#follow(chosen); else this.#mark(); });
  }

  show(records) {
    this.records = records;
    this.most = FIRST;
    this.#render();
  }

  #render() {
    const { selection } = this.page, shown = this.records.slice(0, this.most);
    const more = this.records.length - shown.length;
    fill(this.box, shown.length ? make("ol.records", {}, shown.map(r => this.#row(r))) : make("p.empty", {}, say("nothing-passes")),
      more > 0 && make("button.more", { type: "button", on: { click: () => { this.most += FIRST * 2; this.#render(); } } }, say("show-more", { n: more })));
    if (selection.chosen) this.#mark();
  }

  #row(record) {
    const { selection } = this.page, told = record.key.startsWith("i-") ? ofIncident(record) : [sayDays(record) || say("no-date"), record.place?.name ?? say("no-place")];
    return make("li", { data: { key: record.key } },
      make("button", { type: "button", "aria-expanded": "false", on: {
        click: () => selection.choose(selection.chosen === record.key ? null : record.key, this),
        mouseenter: () => selection.see(record.key, this), mouseleave: () => selection.see(null, this),
      } }, mark(record), make("span.title", {}, record.title), make("small", {}, told.join(" · "),
        record.status && record.status !== "occurred" && make("span.status", { class: record.status }, plainly(record.status)))));
  }

  #mark() {
    const { chosen } = this.page.selection;
    for (const row of all("li[data-key]", this.box)) {
      const on = row.dataset.key === chosen, button = row.querySelector("button");
      if ((button.getAttribute("aria-expanded") === "true") === on) continue;
      button.setAttribute("aria-expanded", String(on));
      row.querySelector(".detail")?.remove();
      if (on) row.append(this.#detail(this.records.find(r => r.key === chosen)));
    }
  }

  #detail(record) {
    const own = record.key.includes("/") ? record.key.slice(record.key.lastIndexOf("/") + 1) : null;
    const incident = record.key.startsWith("i-");
    return make("div.detail", {}, record.words && make("blockquote", { dir: "auto" }, record.words),
      make("p", {}, record.roots > 1 && make("span.chip", {}, say("independent", { n: record.roots })), " ",
        record.confidence && make("span.quiet.small", {}, say("confidence", { value: record.confidence.toFixed(2) }))),
      make("a", { href: incident ? link("/incident", { id: record.key }) : link("/report", { id: record.report, record: own }) }, say(incident ? "open-incident" : "open-words")));
  }

  #follow(key) {
    const at = this.records?.findIndex(r => r.key === key) ?? -1;
    if (at >= this.most) { this.most = at + FIRST; this.#render(); }
    this.#mark();
    if (key) this.box.querySelector(`li[data-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "nearest" });
  }
}
