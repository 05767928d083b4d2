/* The timeline: it shares the page's selection, keeps its days in the address, and can be walked with the keyboard. */

import { scaleUtc } from "../vendor/d3-scale.js";
import { fromDay, toDate, toDay } from "../days.js";
import { Palette, Sheet, framed } from "../paint.js";
import { say } from "../strings.js";
import { axisHeight, drawAxis, drawMarks, drawRing, drawSeries, drawToday } from "./draw.js";
import { extent, layOut, toMarks } from "./layout.js";

const LEAST_DAYS = 3, MOST_DAYS = 365 * 120;

export class Timeline {
  marks = [];
  series = [];
  undated = [];

  /**
   * @param box the element that holds the canvas
   * @param page what the page shares: `selection`, `address`, `palette`, `open(records, title, at)`, `step(by)`
   */
  constructor(box, page, { today = fromDay(Date.now() / 86_400_000) } = {}) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.page = page;
    this.today = toDay(today) + 0.5;
    this.palette = page.palette ?? new Palette();
    this.draw = framed(() => this.#draw());
    this.palette.listen(this.draw);
    page.selection.listen(({ chosen, from }) => { if (from !== this && chosen) this.#follow(chosen); this.draw(); });
    this.sheet = new Sheet(this.canvas, () => { this.laid = null; this.#draw(); });
    this.#pointer(); this.#keys();
  }

  /** Show these records; `series` is how many there are in all, period by period. */
  show(records, series = []) {
    ({ marks: this.marks, undated: this.undated } = toMarks(records));
    this.series = series;
    this.laid = null;
    this.days ??= this.#given() ?? extent(this.marks);
    this.draw();
  }

  #given() {
    const [from, to] = (this.page.address?.state.days ?? "").split(",");
    return from && to ? [toDay(from), toDay(to) + 1] : null;
  }

  fit() { const days = extent(this.marks); if (days) this.#go(days); }

  get #width() { return this.sheet.width; }

  #x = day => (day - this.days[0]) / (this.days[1] - this.days[0]) * this.#width;
  #day = x => this.days[0] + x / this.#width * (this.days[1] - this.days[0]);

  #go(days) {
    const wide = Math.max(LEAST_DAYS, Math.min(MOST_DAYS, days[1] - days[0])), middle = (days[0] + days[1]) / 2;
    this.days = [middle - wide / 2, middle + wide / 2];
    this.laid = null;
    this.draw();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.page.address?.change({ days: `${fromDay(this.days[0])},${fromDay(this.days[1] - 1)}` }), 250);
  }

  zoom(by, x = this.#width / 2) {
    if (!this.days) return;
    const at = this.#day(x), f = 1 / by;
    if ((this.days[1] - this.days[0]) * f < LEAST_DAYS) return;
    this.#go([at - (at - this.days[0]) * f, at + (this.days[1] - at) * f]);
  }

  pan(pixels) {
    if (!this.days) return;
    const by = pixels / this.#width * (this.days[1] - this.days[0]);
    this.#go([this.days[0] - by, this.days[1] - by]);
  }

  #draw() {
    const { sheet, palette } = this, { selection } = this.page;
    if (!sheet?.width) return;
    sheet.context.clearRect(0, 0, sheet.width, sheet.height);
    if (!this.days) return;
    const scale = scaleUtc([toDate(this.days[0]), toDate(this.days[1])], [0, sheet.width]);
    this.laid ??= layOut(this.marks, this.#x, sheet.height - axisHeight - 12);
    if (this.series.length) drawSeries(sheet, this.series, this.#x, palette);
    drawAxis(sheet, scale, palette);
    drawMarks(sheet, this.laid, palette);
    drawToday(sheet, this.#x(this.today), say("today"), palette);
    for (const m of this.laid.laid) if (selection.has(m.record.key)) drawRing(sheet, m, this.laid.radius, palette);
  }

  /** Return the records under a spot of the screen. */
  under([x, y]) {
    if (!this.laid) return [];
    const middle = (this.sheet.height - axisHeight) / 2, { laid, radius } = this.laid, room = Math.max(2, 5 - radius);
    return laid.filter(m => m.x0 - room <= x && x <= m.x1 + room && Math.abs(middle + m.y - y) <= radius + room).map(m => m.record);
  }

  #follow(key) {
    const mark = this.days && this.marks.find(m => m.record.key === key);
    if (!mark || (mark.from >= this.days[0] && mark.to <= this.days[1]) || (mark.soft && mark.from < this.days[1] && mark.to > this.days[0])) return;
    const wide = this.days[1] - this.days[0], middle = (mark.from + mark.to) / 2;
    this.#go([middle - wide / 2, middle + wide / 2]);
  }

  #pick(at) {
    const found = this.under(at);
    if (found.length > 1) this.page.open(found, "", { box: this.box, at: this.sheet.pixels(at) });
    else this.page.selection.choose(found[0]?.key ?? null, this);
  }

  #pointer() {
    const { canvas } = this, fingers = new Map();
    const at = e => this.sheet.spot(e);
    let moved = 0;
    canvas.addEventListener("pointerdown", e => { fingers.set(e.pointerId, at(e)); moved = 0; canvas.setPointerCapture(e.pointerId); });
    canvas.addEventListener("pointermove", e => {
      const to = at(e), from = fingers.get(e.pointerId);
      if (!from) { const found = this.under(to); canvas.classList.toggle("over", found.length > 0); this.page.selection.see(found[0]?.key ?? null, this); return; }
      const before = [...fingers.values()];
      fingers.set(e.pointerId, to);
      moved += Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
      if (moved < 4) return;
      if (before.length === 1) this.pan(to[0] - from[0]);
      else this.#pinch(before, [...fingers.values()]);
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, e => {
      if (fingers.delete(e.pointerId) && moved < 4 && end === "pointerup") this.#pick(at(e));
    });
    canvas.addEventListener("pointerleave", () => this.page.selection.see(null, this));
    canvas.addEventListener("wheel", e => {
      e.preventDefault();
      if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) this.pan(-e.deltaX); else this.zoom(1.002 ** -e.deltaY, at(e)[0]);
    }, { passive: false });
    for (const button of this.box.querySelectorAll("[data-timeline]")) button.addEventListener("click", () => this.does(button.dataset.timeline));
  }

  #pinch(before, after) {
    const wide = ([a, b]) => Math.max(8, Math.abs(a[0] - b[0]));
    this.zoom(wide(after) / wide(before), (after[0][0] + after[1][0]) / 2);
  }

  does(what) { if (what === "in") this.zoom(1.6); else if (what === "out") this.zoom(1 / 1.6); else if (what === "fit") this.fit(); }

  #keys() {
    this.canvas.addEventListener("keydown", e => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const left = e.key === "ArrowLeft", right = e.key === "ArrowRight";
      if (e.shiftKey && (left || right)) this.pan(left ? 80 : -80);
      else if (left || e.key === "ArrowUp") this.page.step(-1);
      else if (right || e.key === "ArrowDown") this.page.step(1);
      else if (e.key === "+" || e.key === "=") this.does("in");
      else if (e.key === "-") this.does("out");
      else if (e.key === "0") this.does("fit");
      else return;
      e.preventDefault(); e.stopPropagation();
    });
  }
}
