/* Review: one record after another, its words beside it, every decision one key, every key taken back. Looking decides nothing. */

import { fill, link, make } from "../elements.js";
import { Filters, filtersOf } from "../filters.js";
import { askBulk, askField, askNote, askReason, askValue } from "../review/dialogs.js";
import { incidentOf, others } from "../review/others.js";
import { panel } from "../review/panel.js";
import { Queue } from "../review/queue.js";
import { SpanEdit } from "../spanedit.js";
import { say } from "../strings.js";
import { toast } from "../toast.js";
import { read } from "../twin.js";
import { light, wordsOf } from "../words.js";

const STATES = ["open", "skipped", "flagged", "disputed", "noted"];

export class Review {
  constructor(main, page) {
    Object.assign(this, { main, page, may: !!page.editor });
    this.queue = new Queue(page.data);
    this.text = make("article.text", { tabindex: "0", "aria-label": say("text") });
    this.side = make("aside.review-side", { tabindex: "0", "aria-label": say("record"), "aria-live": "polite" });
    this.filterBox = make("div.filters");
    this.told = make("p.count", { role: "status" });
    this.state = page.data.state ?? "open";
    fill(main, this.#head(), make("div.review", {}, this.text, this.side), this.#buttons());
    this.filters = new Filters(this.filterBox, page.address, () => this.load());
    this.#keys();
    if (page.address.state.item) this.queue.goTo(page.address.state.item);
    this.draw();
  }

  #head() {
    const order = make("select", { "aria-label": say("order"), on: { change: e => { this.page.address.change({ order: e.target.value === "effect" ? null : e.target.value, item: null }, { keep: true }); this.load(); } } }, ["effect", "newest"].map(o => make("option", { value: o, selected: this.queue.order === o }, say(`order.${o}`))));
    const state = make("select", { "aria-label": say("state"), on: { change: e => { this.page.address.change({ state: e.target.value === "open" ? null : e.target.value, item: null }, { keep: true }); this.load(); } } }, STATES.map(s => make("option", { value: s, selected: this.state === s }, say(`state.${s}`))));
    this.bulk = this.may && make("button", { type: "button", on: { click: () => this.acceptAll() } }, say("bulk"));
    return make("div.bar", {}, make("h1.aside", {}, say("page.queue")), this.filterBox, order, state, this.told, make("span.grow"), make("a.small", { href: "/judgements" }, say("page.judgements")), this.bulk);
  }

  #buttons() {
    if (!this.may) return make("p.sample", {}, say("read-only"));
    const button = (name, does, cls = "") => make("button", { type: "button", class: cls, data: { act: name }, on: { click: does } }, say(`act.${name}`), " ", make("kbd", {}, this.page.keys.keyOf(`review-${name}`) ?? this.#first[name]));
    return make("div.review-bar", { role: "toolbar", "aria-label": say("decide") }, button("accept", () => this.decide("accept"), "strong"), button("reject", () => this.reject()), button("skip", () => this.decide("skip")), button("edit", () => this.edit()),
      button("flag", () => this.decide("flag")), button("dispute", () => this.dispute()), button("note", () => this.note()), make("span.grow"), button("undo", () => this.undo(), "plain"));
  }

  #first = { accept: "a", reject: "x", skip: "space", edit: "e", flag: "f", dispute: "d", note: "n", undo: "Backspace" };

  #keys() {
    const { keys } = this.page, add = (key, name, does) => keys.add(key, name, does), may = does => () => this.may ? void does() : toast(say("read-only"));
    add("j", "review-next", () => this.go(1)); add("k", "review-previous", () => this.go(-1));
    add("Shift+ArrowRight", "review-next-arrow", () => this.go(1)); add("Shift+ArrowLeft", "review-previous-arrow", () => this.go(-1));
    add("Shift+PageDown", "review-next-report", () => { if (this.queue.goReport(1)) this.draw(); }); add("Shift+PageUp", "review-previous-report", () => { if (this.queue.goReport(-1)) this.draw(); });
    for (const [name, does] of [["accept", () => this.decide("accept")], ["reject", () => this.reject()], ["skip", () => this.decide("skip")], ["edit", () => this.edit()], ["flag", () => this.decide("flag")], ["dispute", () => this.dispute()], ["note", () => this.note()], ["undo", () => this.undo()]]) add(this.#first[name], `review-${name}`, may(does));
    add("Ctrl+z", "review-undo-ctrl", may(() => this.undo())); add("Ctrl+Shift+z", "redo", may(() => this.redo()));
    add("Escape", "review-leave-span", () => this.span ? this.#leaveSpan() : false); add("Enter", "review-keep-span", e => this.span && !e.target.matches("button:not(.handle), a") ? this.#keepSpan() : false);
  }

  /** Look at another item. */
  go(by) { if (this.queue.go(by)) this.draw(); }

  async load() {
    const data = await read("/queue", location.search);
    this.state = data.state ?? "open";
    this.queue.take(data);
    this.draw();
  }

  async draw() {
    this.#leaveSpan();
    const { queue, page } = this, { item } = queue;
    fill(this.told, say("queue-count", { open: queue.open, done: queue.decided }));
    if (this.bulk) this.bulk.disabled = !Object.keys(filtersOf(page.address.state)).length || !queue.items.length;
    if (!item || queue.finished) { this.#finished(item); if (!item) return; }
    page.address.change({ item: item.id });
    const drawn = this.drawing = item.id, data = await queue.report(item.report).catch(fault => ({ fault }));
    if (this.drawing !== drawn) return;
    if (data.fault) { fill(this.side, make("p.fault", { role: "alert" }, data.fault.message)); return; }
    const own = item.id.slice(item.id.lastIndexOf("/") + 1), record = data.records.find(r => r.id === own);
    this.record = record; this.data = data;
    this.words = make("div.words", { dir: "auto", lang: data.report?.language ?? "en" }, wordsOf(data.text, data.marks, data.records));
    fill(this.text, make("header.report-head", {}, make("h2", { dir: "auto" }, make("a", { href: link("/report", { id: item.report, record: own }) }, data.report?.title || data.text.trim().split("\n", 1)[0].slice(0, 160) || item.report)), make("p.meta", {}, [data.report?.source, data.report?.published].filter(Boolean).join(" · "))), this.words);
    fill(this.side, panel(item, record, { edit: this.may ? field => this.edit(field) : null, done: queue.done.get(item.id), position: say("n-of", { n: queue.at + 1, all: queue.items.length }) }));
    const first = light(this.words, record);
    if (first) this.text.scrollTo({ top: first.getBoundingClientRect().top - this.text.getBoundingClientRect().top + this.text.scrollTop - this.text.clientHeight / 3 });
    queue.ahead();
    this.#others(item);
    document.body.dataset.item = item.id;
  }

  #finished(item) {
    fill(item ? this.told : this.side, make("span.all-done", {}, say(item ? "queue-finished" : "queue-empty")));
    if (!item) fill(this.text, make("p.empty", {}, make("strong", {}, say("queue-empty")), make("a", { href: "/accuracy" }, say("page.accuracy"))));
  }

  /** Keep a decision about the item and go on to the next that is open. */
  async decide(kind, more = {}) {
    const { item } = this.queue;
    if (!item || this.busy) return;
    await this.#keep(kind, [item.id], more);
  }

  async #keep(kind, ids, more) {
    this.#work(true);
    try {
      const answer = await this.queue.act(kind, ids, more);
      this.#counts(kind, ids.length);
      toast(say(`did.${kind}`, { n: ids.length }), { does: () => this.undo(), label: say("act.undo") });
      if (kind === "edit") this.#changed(answer); else this.queue.onwards();
      await this.draw();
    } catch (fault) { toast(fault.message); } finally { this.#work(false); }
  }

  /** One act after the other: while one is kept, keys wait. */
  #work(busy) {
    this.busy = busy;
    this.side.setAttribute("aria-busy", String(busy));
  }

  #counts(kind, n) {
    if (kind !== "accept" && kind !== "reject") return;
    this.queue.open -= n;
    this.queue.decided += n;
  }

  #changed({ records }) {
    for (const row of records) { const item = this.queue.items.find(i => i.id === row.id); if (item) { item.row = { ...item.row, ...row }; this.queue.forget(item.report); } }
  }

  async reject() {
    if (!this.queue.item) return;
    const reason = await askReason(this.queue.reasons);
    if (reason) await this.decide("reject", { reason });
  }

  /** Mark as disputed, and open what each source claims. */
  async dispute() {
    const { item } = this.queue;
    await this.decide("dispute");
    const found = item && await incidentOf(item).catch(() => null);
    if (found) location.assign(link("/incident", { id: found.incident.id }));
  }

  async #others(item) {
    const found = await incidentOf(item).catch(() => null), shown = found && others(item, found);
    if (shown && this.drawing === item.id) this.text.append(shown);
  }

  async note() {
    if (!this.queue.item) return;
    const note = await askNote();
    if (note) await this.decide("note", { note });
  }

  async edit(given = null) {
    const { item } = this.queue;
    if (!item) return;
    const field = given ?? await askField(item.row);
    if (!field) return;
    if (field === "spans") { this.#editSpan(); return; }
    const answer = await askValue(field, item.row, this.record?.rivals ?? []);
    if (answer) await this.decide("edit", { field, seen: item.row[field] === null || item.row[field] === undefined ? "" : String(item.row[field]), ...answer });
  }

  /** Put handles at the ends of the record's words; Enter keeps, Esc lets go. */
  #editSpan() {
    const what = this.record?.lit.find(l => l.role === "what");
    if (!what) return;
    this.#leaveSpan();
    this.span = new SpanEdit(this.words, this.data.text, what.js, span => { this.newSpan = span; });
    this.newSpan = what.span;
    this.span.handles[1].focus({ preventScroll: true });
    toast(say("span-help"), { seconds: 12, does: () => this.#keepSpan(), label: say("keep") });
  }

  async #keepSpan() {
    const { span, newSpan } = this;
    this.#leaveSpan();
    if (span?.moved) await this.decide("edit", { field: "spans", value: JSON.stringify([newSpan]) });
  }

  #leaveSpan() { this.span?.close(); this.span = null; }

  async undo() { await this.#back("undo"); }
  async redo() { await this.#back("redo"); }

  async #back(which) {
    if (this.busy) return;
    this.#work(true);
    try {
      const { answer, kind, ids } = await this.queue[which]();
      if (answer.act === null) { toast(say(`no-${which}`)); return; }
      this.#counts(kind, (which === "undo" ? -1 : 1) * ids.length);
      if (kind === "edit") this.#changed(answer);
      if (!ids.length || !this.queue.goTo(ids[0])) await this.load();
      toast(say(`did.${which}`, { kind: say(`done.${kind}`) }));
      await this.draw();
    } catch (fault) { toast(fault.message); } finally { this.#work(false); }
  }

  /** Accept all that the filters let through, after a sample was looked at; one undo takes all back. */
  async acceptAll() {
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(filtersOf(this.page.address.state))) for (const value of [].concat(values)) query.append(name, value);
    try {
      const found = await read("/bulk", `?${query}`);
      if (!found.count) toast(say("queue-empty"));
      else if (await askBulk(found)) {
        const { count } = await this.queue.many("accept", String(query), found.count);
        toast(say("did.accept", { n: count }), { does: () => this.undo(), label: say("act.undo"), seconds: 20 });
        await this.load();
      }
    } catch (fault) { toast(fault.message); }
  }
}

export function show(main, page) {
  document.body.classList.add("whole");
  return new Review(main, page);
}

