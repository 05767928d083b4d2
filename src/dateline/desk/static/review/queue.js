/* The queue as the reviewer walks it: where one is, what was done, and the way back, without limit. */

import { read, send } from "../twin.js";

export class Queue {
  items = [];
  at = 0;
  done = new Map();
  #reports = new Map();

  constructor(data) { this.take(data); }

  take(data) {
    Object.assign(this, { items: data.items, open: data.open, decided: data.done, order: data.order, reasons: data.reasons });
    this.at = 0;
  }

  get item() { return this.items[this.at] ?? null; }

  /** Go to another item; looking decides nothing. */
  go(by) {
    const to = Math.max(0, Math.min(this.items.length - 1, this.at + by));
    const moved = to !== this.at;
    this.at = to;
    return moved;
  }

  /** Go to the next item of another report. */
  goReport(by) {
    const here = this.item?.report;
    let to = this.at;
    while (this.items[to + by] && this.items[to].report === here) to += by;
    const moved = to !== this.at;
    this.at = to;
    return moved;
  }

  goTo(id) {
    const to = this.items.findIndex(i => i.id === id);
    if (to >= 0) this.at = to;
    return to >= 0;
  }

  /** Go to the next item that is not decided; stay where there is none. */
  onwards() {
    for (let n = 1; n <= this.items.length; n += 1) {
      const to = (this.at + n) % this.items.length;
      if (!this.done.has(this.items[to].id)) { this.at = to; return true; }
    }
    return false;
  }

  get finished() { return this.items.length > 0 && this.items.every(i => this.done.has(i.id)); }

  /** Return an item's report, fetched once; its words are fetched before one gets there. */
  report(id) {
    if (!this.#reports.has(id)) {
      if (this.#reports.size > 30) this.#reports.delete(this.#reports.keys().next().value);
      this.#reports.set(id, read("/report", `?id=${encodeURIComponent(id)}`));
    }
    return this.#reports.get(id);
  }

  ahead() { for (const n of [1, 2]) { const next = this.items[this.at + n]; if (next) this.report(next.report).catch(() => {}); } }

  forget(report) { this.#reports.delete(report); }

  /** Keep an act, and remember which items it was about. */
  async act(kind, ids, more = {}) {
    const answer = await send("/review/act", { kind, record: ids, ...more });
    if (["accept", "reject", "skip", "flag", "dispute"].includes(kind)) for (const id of ids) this.done.set(id, kind);
    this.#past.push({ kind, ids });
    this.#future = [];
    return answer;
  }

  /** Decide all that pass filters at once; where their number has changed meanwhile the server keeps nothing. */
  async many(kind, query, expected) {
    const answer = await send("/review/bulk", { kind, query, expected });
    this.#past.push({ kind, ids: [], many: answer.count });
    this.#future = [];
    return answer;
  }

  #past = [];
  #future = [];

  async undo() {
    const answer = await send("/review/undo", {});
    if (answer.act === null) return { answer, ids: [] };
    const last = this.#past.pop() ?? { kind: answer.kind, ids: answer.records.map(r => r.id) };
    for (const id of last.ids) this.done.delete(id);
    this.#future.push(last);
    return { answer, ...last };
  }

  async redo() {
    const answer = await send("/review/redo", {});
    if (answer.act === null) return { answer, ids: [] };
    const next = this.#future.pop() ?? { kind: answer.kind, ids: answer.records.map(r => r.id) };
    for (const id of next.ids) this.done.set(id, next.kind);
    this.#past.push(next);
    return { answer, ...next };
  }
}
