/* The map: it shares the page's selection, keeps its camera in the address, and can be walked with the keyboard. */

import { Palette, Sheet, framed } from "../paint.js";
import { say } from "../strings.js";
import { EARTH, fetchAtlas, place, spot } from "./atlas.js";
import * as move from "./camera.js";
import { commonName, freed, drawChosen, drawClusters, drawCountries, drawLand, drawMarks, drawNames, drawPlaces, drawPlates, drawReach, drawScale, placeNames } from "./draw.js";
import { Layers } from "./layers.js";

const FINE_FROM = 2.2, NAMED_FROM = 1.2, STEP = 1.5;

export class WorldMap {
  clusters = [];
  plates = [];
  #zoomed = null;

  /**
   * @param box the element that holds the canvas
   * @param page what the page shares: `selection`, `address`, `palette`, `open(records, title, at)`
   */
  constructor(box, page) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.page = page;
    this.palette = page.palette ?? new Palette();
    this.layers = new Layers([]);
    this.draw = framed(() => this.#draw());
    this.palette.listen(this.draw);
    page.selection.listen(({ chosen, from }) => { if (from !== this && chosen) this.#follow(chosen); this.draw(); });
    this.sheet = new Sheet(this.canvas, () => { if (!this.camera) this.#start(); this.#draw(); });
    this.#pointer(); this.#keys();
    this.ready = fetchAtlas().then(atlas => { this.atlas = atlas; this.#start(); this.draw(); });
  }

  /** Show these records; of those `beside` only the chosen one is ringed, since the map counts them with many others. */
  show(records, beside = []) {
    this.records = records;
    this.layers = new Layers(records);
    this.byKey = new Map([...beside, ...records].map(r => [r.key, r]));
    this.#zoomed = null;
    if (this.atlas && !this.camera) this.#start();
    this.draw();
  }

  get size() { return this.sheet; }

  #start() {
    if (!this.records || !this.atlas || !this.size.width) return;
    const given = (this.page.address?.state.at ?? "").split(",").map(Number);
    if (given.length === 3 && given.every(Number.isFinite)) this.camera = move.centre(spot(given[0], given[1]), 2 ** given[2], this.size);
    else this.fit();
  }

  /** Show all records. */
  fit() { this.#go(move.fit(this.layers.box(this.atlas) ?? [[120, 180], [900, 760]], this.size, { foot: this.#foot() }), false); }

  /** Return how much of the canvas the key at its foot covers, in units. */
  #foot() {
    const key = this.box.querySelector(".key")?.getBoundingClientRect(), { bottom } = this.canvas.getBoundingClientRect();
    return key ? Math.max(0, bottom - key.top) / this.sheet.unit : 0;
  }

  zoom(by, at = [this.size.width / 2, this.size.height / 2]) { if (this.camera) this.#go(move.zoom(this.camera, by, at)); }

  #go(camera, kept = true) {
    this.camera = camera;
    if (camera.k >= FINE_FROM && !this.fine) this.fine = fetchAtlas(true).then(atlas => { this.atlas = atlas; this.draw(); });
    this.draw();
    clearTimeout(this.resting);
    if (kept) this.resting = setTimeout(() => this.#remember(), 250);
  }

  #remember() {
    const { width, height } = this.size, [lat, lon] = place(move.toPlane(this.camera, [width / 2, height / 2]));
    this.page.address?.change({ at: [lat.toFixed(3), lon.toFixed(3), Math.log2(this.camera.k).toFixed(2)].join(",") });
  }

  #draw() {
    const { atlas, camera, palette, layers } = this, { selection } = this.page;
    const { sheet } = this;
    if (!atlas || !camera || !sheet?.width) return;
    sheet.context.fillStyle = palette.sea;
    sheet.context.fillRect(0, 0, sheet.width, sheet.height);
    if (this.#zoomed !== camera.k) { this.clusters = layers.clusters(camera.k); this.#zoomed = camera.k; }
    this.plates = this.#plates();
    const places = camera.k > NAMED_FROM ? placeNames(sheet, this.clusters, camera, palette) : [];
    drawLand(sheet, camera, atlas, palette);
    drawCountries(sheet, camera, layers, atlas, palette, selection);
    drawNames(sheet, camera, atlas, palette, places);
    drawReach(sheet, camera, layers, palette, selection);
    drawMarks(sheet, this.clusters, camera, palette);
    drawClusters(sheet, this.clusters, camera, palette);
    drawPlates(sheet, this.plates, palette);
    drawPlaces(sheet, places, palette);
    for (const key of new Set([selection.seen, selection.chosen])) drawChosen(sheet, this.#spot(key), this.byKey?.get(key)?.place?.name, palette);
    drawScale(sheet, this.#kmPerPixel(), palette);
  }

  #kmPerPixel() {
    const { width, height } = this.size, [lat] = place(move.toPlane(this.camera, [width / 2, height / 2]));
    return EARTH.km * 2 * Math.PI / EARTH.side / this.camera.k * Math.cos(lat * Math.PI / 180);
  }

  #plates() {
    const lit = records => records.some(r => this.page.selection.has(r.key)), plates = [];
    for (const marks of this.layers.areas.values()) {
      const [x, y] = move.toScreen(this.camera, [marks[0].px, marks[0].py]), records = marks.map(m => m.record);
      plates.push({ x, y, records, lit: lit(records), title: records[0].place.name });
    }
    for (const [code, records] of this.layers.countries) {
      const country = this.atlas.country(code);
      if (!country) continue;
      const [x, y] = freed(move.toScreen(this.camera, country.middle), this.clusters, this.camera);
      plates.push({ x, y, records, lit: lit(records), title: say("map.country-only", { country: country.name }) });
    }
    return plates;
  }

  /** Return where on screen a record is drawn, [x, y, radius], or null. */
  #spot(key) {
    const cluster = this.clusters.find(c => c.marks.some(m => m.record.key === key));
    if (cluster) return [cluster.x + this.camera.x, cluster.y + this.camera.y, cluster.radius];
    const plate = this.plates.find(p => p.records.some(r => r.key === key));
    if (plate) return [plate.x, plate.y, 9];
    const place = this.byKey?.get(key)?.place;
    return place?.lat != null && this.camera ? [...move.toScreen(this.camera, spot(place.lat, place.lon)), 8] : null;
  }

  /** Bring a record that was chosen elsewhere into sight; what is in sight stays where it is. */
  #follow(key) {
    const at = this.camera && this.#spot(key), { width, height } = this.size;
    if (!at) return;
    const [x, y] = at;
    if (x > 30 && y > 30 && x < width - 30 && y < height - 30) return;
    this.#go(move.pan(this.camera, width / 2 - x, height / 2 - y));
  }

  /** Return what lies under a spot of the screen: records and their title. */
  under([x, y]) {
    const near = (tx, ty, r) => (tx - x) ** 2 + (ty - y) ** 2 <= (r + 4) ** 2;
    const plate = this.plates.find(p => near(p.x, p.y, 9));
    if (plate) return plate;
    for (let n = this.clusters.length - 1; n >= 0; n -= 1) {
      const c = this.clusters[n];
      if (near(c.x + this.camera.x, c.y + this.camera.y, c.radius)) return { records: c.marks.map(m => m.record), title: commonName(c.marks) };
    }
    return null;
  }

  #pick(at) {
    const found = this.under(at);
    if (!found) { this.page.selection.choose(null, this); return; }
    if (found.records.length === 1) this.page.selection.choose(found.records[0].key, this);
    else this.page.open(found.records, found.title, { box: this.box, at: this.sheet.pixels(at) });
  }

  #pointer() {
    const { canvas } = this, fingers = new Map();
    const at = e => this.sheet.spot(e);
    let moved = 0;
    canvas.addEventListener("pointerdown", e => { fingers.set(e.pointerId, at(e)); moved = 0; canvas.setPointerCapture(e.pointerId); });
    canvas.addEventListener("pointermove", e => {
      if (!this.camera) return;
      if (!fingers.has(e.pointerId)) { this.#look(at(e)); return; }
      const before = [...fingers.values()], from = fingers.get(e.pointerId), to = at(e);
      fingers.set(e.pointerId, to);
      moved += Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
      if (moved < 4) return;
      if (before.length === 1) this.#go(move.pan(this.camera, to[0] - from[0], to[1] - from[1]));
      else this.#pinch(before, [...fingers.values()]);
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, e => {
      if (fingers.delete(e.pointerId) && moved < 4 && end === "pointerup") this.#pick(at(e));
    });
    canvas.addEventListener("pointerleave", () => this.page.selection.see(null, this));
    canvas.addEventListener("wheel", e => { e.preventDefault(); this.zoom(1.0015 ** -e.deltaY, at(e)); }, { passive: false });
    canvas.addEventListener("dblclick", e => this.zoom(2, at(e)));
    for (const button of this.box.querySelectorAll("[data-map]")) button.addEventListener("click", () => this.does(button.dataset.map));
  }

  #pinch(before, after) {
    const far = ([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]), middle = ([a, b]) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const from = middle(before), to = middle(after);
    this.#go(move.zoom(move.pan(this.camera, to[0] - from[0], to[1] - from[1]), far(after) / Math.max(1, far(before)), to));
  }

  #look(at) {
    const found = this.under(at);
    this.canvas.classList.toggle("over", !!found);
    this.page.selection.see(found?.records.length === 1 ? found.records[0].key : null, this);
  }

  does(what) {
    if (what === "in") this.zoom(STEP); else if (what === "out") this.zoom(1 / STEP); else if (what === "fit") { this.fit(); this.#remember(); }
  }

  #keys() {
    const far = 60, moves = { ArrowLeft: [far, 0], ArrowRight: [-far, 0], ArrowUp: [0, far], ArrowDown: [0, -far] };
    this.canvas.addEventListener("keydown", e => {
      if (e.ctrlKey || e.metaKey || e.altKey || !this.camera) return;
      if (e.shiftKey && moves[e.key]) this.#go(move.pan(this.camera, ...moves[e.key]));
      else if (e.key === "ArrowLeft" || e.key === "ArrowUp") this.page.step(-1);
      else if (e.key === "ArrowRight" || e.key === "ArrowDown") this.page.step(1);
      else if (e.key === "+" || e.key === "=") this.does("in");
      else if (e.key === "-") this.does("out");
      else if (e.key === "0") this.does("fit");
      else if (e.key === "Enter") this.#enter();
      else return;
      e.preventDefault(); e.stopPropagation();
    });
  }

  /** Enter opens the list of the mark that is chosen, or of the largest one. */
  #enter() {
    const spot = this.#spot(this.page.selection.chosen), most = this.clusters.reduce((a, b) => (a?.marks.length ?? 0) >= b.marks.length ? a : b, null);
    if (spot) this.#open([spot[0], spot[1]]);
    else if (most) this.#open([most.x + this.camera.x, most.y + this.camera.y]);
  }

  #open(at) { const found = this.under(at); if (found) this.page.open(found.records, found.title, { box: this.box, at: this.sheet.pixels(at) }); }
}
