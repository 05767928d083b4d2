/* A report to read: text on one side, records on the other. A record that is focused lights its words, and the rest dims. */

import { all, fill, make, one } from "./elements.js";
import { Names, card } from "./cards.js";
import { dim, light, wordsOf } from "./words.js";
import { say } from "./strings.js";

const GROUPS = [["event", "events"], ["statement", "statements"], ["commitment", "commitments"], ["scheduled", "scheduled"], ["position", "positions"], ["setting", "setting"]];

export class Reading {
  /**
   * @param box where it goes
   * @param data a report's twin: `text`, `marks`, `records`
   * @param page what the page shares: `selection`
   */
  constructor(box, data, page, { head = null, after = () => null, foot = null } = {}) {
    Object.assign(this, { data, page, selection: page.selection });
    this.byId = new Map(data.records.map(r => [r.id, r]));
    this.narrow = matchMedia("(max-width: 52rem)");
    this.words = make("div.words", { lang: data.report?.language ?? "en", dir: "auto" }, wordsOf(data.text, data.marks, data.records));
    this.side = make("aside.side", { "aria-label": say("records") }, this.#groups(after), foot);
    this.box = make("div.reading", {}, make("article.text", { tabindex: "0", "aria-label": say("text") }, head, this.#legend(), this.words), this.side, this.#bar());
    fill(box, this.box);
    this.#listen();
  }

  #groups(after) {
    const names = new Names(this.data.records);
    const groups = GROUPS.map(([kind, name]) => [kind, name, this.data.records.filter(r => r.kind === kind)]).filter(([, , r]) => r.length);
    if (!groups.some(([kind]) => kind !== "setting")) groups.unshift(["none", "", []]);
    return groups.map(([kind, name, records]) => kind === "none" ? make("p.empty", {}, say("nothing-coded"))
      : make(kind === "setting" ? "details.group" : "section.group", { class: kind },
        make(kind === "setting" ? "summary" : "div", {}, make("h2", {}, say(`group.${name}`), " ", make("small", {}, String(records.length)))), records.map(r => card(r, names, after(r)))));
  }

  #legend() {
    const kinds = GROUPS.filter(([kind]) => this.data.records.some(r => r.kind === kind));
    return kinds.length > 0 && make("div.legend", { role: "group", "aria-label": say("kinds") }, kinds.map(([kind, name]) => make("label", { class: kind },
      make("input", { type: "checkbox", checked: true, data: { kind }, on: { change: e => this.#hide(kind, !e.target.checked) } }), make("span.sample-line", {}, say(`group.${name}`)))),
      make("span.dash", {}, say("dashed")));
  }

  #bar() {
    const step = (by, label, sign) => make("button", { type: "button", "aria-label": label, on: { click: () => this.go(by) } }, sign);
    this.told = make("output");
    return make("div.hold-bar", { hidden: true }, step(-1, say("previous"), "‹"), this.told, step(1, say("next"), "›"), make("button", { type: "button", "aria-label": say("close"), on: { click: () => this.selection.choose(null) } }, "✕"));
  }

  #hide(kind, hidden) {
    for (const lane of ["line", "dash"]) this.words.style.setProperty(`--${kind}-${lane}`, hidden ? "none" : "");
    this.box.classList.toggle(`no-${kind}`, hidden);
    for (const node of all(`.group.${kind}, .tag.${kind}`, this.box)) node.hidden = hidden;
  }

  get cards() { return all(".card", this.side).filter(c => c.getClientRects().length); }

  cardOf(id) { return one(`.card[data-id="${CSS.escape(id)}"]`, this.side); }

  /** Go to the next card, or the one before. */
  go(by) {
    const list = this.cards, at = list.findIndex(c => c.dataset.id === this.selection.chosen);
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by))];
    if (next) { this.selection.choose(next.dataset.id); next.focus({ preventScroll: true }); }
  }

  open(id) {
    const node = this.cardOf(id), folded = node?.closest("details.group");
    if (folded) folded.open = true;
    if (node) { this.selection.choose(id); node.focus({ preventScroll: true }); }
  }

  #listen() {
    const found = e => e.target.closest?.(".card")?.dataset.id ?? null;
    this.side.addEventListener("focusin", e => { const id = found(e); if (id && !this.narrow.matches) this.selection.choose(id); });
    this.side.addEventListener("mouseover", e => this.selection.see(found(e)));
    this.side.addEventListener("mouseleave", () => this.selection.see(null));
    this.side.addEventListener("click", e => {
      const go = e.target.closest("[data-go]"), id = found(e);
      if (go) { e.preventDefault(); this.open(go.dataset.go); } else if (id && !e.target.closest("button, a, summary, input")) this.selection.choose(id);
    });
    this.words.addEventListener("click", e => {
      const tag = e.target.closest(".tag"), piece = e.target.closest(".u");
      if (tag) { e.preventDefault(); this.open(tag.dataset.tag); }
      else if (piece && getSelection().isCollapsed) { const id = piece.dataset.r.split(" ").find(r => !this.box.classList.contains(`no-${this.byId.get(r)?.kind}`)); if (id) this.open(id); }
      else if (getSelection().isCollapsed) this.selection.choose(null);
    });
    this.selection.listen(() => this.#show());
  }

  #show() {
    const { chosen, seen } = this.selection, id = seen ?? chosen;
    for (const node of all(".card.on, .card.held", this.side)) node.classList.remove("on", "held");
    const first = light(this.words, this.byId.get(id)), node = id && this.cardOf(id);
    node?.classList.add("on");
    if (!chosen) { dim(this.words); if (seen) light(this.words, this.byId.get(seen)); }
    this.#hold(chosen);
    if (id === chosen && first && chosen) this.#reveal(first, node);
  }

  #hold(chosen) {
    const bar = one(".hold-bar", this.box), on = !!chosen && this.narrow.matches;
    bar.hidden = !on;
    if (on) { const list = this.cards, node = this.cardOf(chosen); node?.classList.add("held"); this.told.value = say("n-of", { n: list.indexOf(node) + 1, all: list.length }); }
  }

  #reveal(piece, node) {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    const column = this.narrow.matches ? document.getElementById("main") : one(".text", this.box), frame = column.getBoundingClientRect(), box = piece.getBoundingClientRect();
    const room = this.narrow.matches && node ? node.getBoundingClientRect().top - frame.top : frame.height;
    if (box.top < frame.top + 30 || box.bottom > frame.top + room - 40) column.scrollTo({ top: column.scrollTop + box.top - frame.top - room / 2, behavior });
    if (!this.narrow.matches) node?.scrollIntoView({ block: "nearest", behavior });
  }
}
