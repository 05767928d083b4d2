/* What of a record's place is drawn, and how: a point only where the words name a spot. */

import { clusterRadius, countedRadius, gather, weigh } from "../clusters.js";
import { classNames, classOf, isOpen, isStruck } from "../paint.js";
import { circle, radiusOnPlane, spot } from "./atlas.js";

const NARROW = new Set(["site", "town"]), POINT_KM = 30, REACH = 19, WIDE_REACH = 40;

/** Tell how a record's place is drawn: "point", "area", "country" (hatched), or null without a place. */
export function drawnAs(place) {
  if (!place) return null;
  if (place.precision === "country") return place.country ? "country" : null;
  if (place.lat === null || place.lat === undefined) return place.country ? "country" : null;
  if (NARROW.has(place.precision) || (place.precision === "district" && place.radius_km <= POINT_KM)) return "point";
  return "area";
}

/** The records of a map in the layers that draw them. */
export class Layers {
  constructor(records) {
    this.points = []; this.areas = new Map(); this.countries = new Map(); this.unplaced = [];
    for (const record of records) this.#add(record);
  }

  #add(record) {
    const { place } = record, as = drawnAs(place);
    if (!as) { this.unplaced.push(record); return; }
    if (as === "country") { push(this.countries, place.country, record); return; }
    const [px, py] = spot(place.lat, place.lon), reach = radiusOnPlane(place.lat, place.radius_km ?? 0);
    if (as === "point") this.points.push({ record, px, py, reach });
    else push(this.areas, `${place.lat}/${place.lon}/${place.radius_km}`, { record, px, py, reach });
  }

  /** Return the box of the plane with every record in it, or null. */
  box(atlas) {
    const spots = [...this.points, ...[...this.areas.values()].map(a => a[0])].map(m => [m.px, m.py, m.reach]);
    for (const code of this.countries.keys()) {
      const country = atlas?.country(code);
      if (country) for (const corner of country.box) spots.push([...corner, 0]);
    }
    if (!spots.length) return null;
    const low = n => Math.min(...spots.map(s => s[n] - s[2])), high = n => Math.max(...spots.map(s => s[n] + s[2]));
    return [[low(0), low(1)], [high(0), high(1)]];
  }

  /** Return the points as clusters, in pixels of the plane at a zoom; spots that stand for many need more room. */
  clusters(k) {
    const many = this.points.some(m => m.record.n), marks = this.points.map(m => ({ ...m, x: m.px * k, y: m.py * k }));
    const found = gather(marks, many ? WIDE_REACH : REACH).map(c => ({ ...c, n: weigh(c.marks) })), most = Math.max(1, ...found.map(c => c.n));
    return found.map(c => ({ ...c, radius: many ? countedRadius(c.n, most) : clusterRadius(c.n), x: mean(c.marks, "x"), y: mean(c.marks, "y") }));
  }

  /** Return the circles that say how exactly a point is known, each once. */
  circles() { return this.reaches ??= this.#circles(); }

  #circles() {
    const seen = new Map();
    for (const m of this.points) if (m.reach) seen.set(`${m.px}/${m.py}/${m.reach}`, m);
    return [...seen.values()];
  }

  outline({ place }) { return circle(place.lat, place.lon, place.radius_km ?? 0); }
}

function push(map, key, value) { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); }

function mean(marks, axis) { return marks.reduce((sum, m) => sum + m[axis], 0) / marks.length; }

/** Return how many records of each class a cluster has, in the order of the key. */
export function shares(records) {
  const counts = new Map([...classNames, "other"].map(name => [name, 0]));
  for (const { type, types } of records) for (const [kind, n] of types ?? [[type, 1]]) counts.set(classOf(kind), counts.get(classOf(kind)) + n);
  return [...counts].filter(([, n]) => n);
}

/** Return how one record's mark is filled: "full", "open" (still to come), "struck" (did not happen). */
export const filling = status => isOpen(status) ? "open" : isStruck(status) ? "struck" : "full";
