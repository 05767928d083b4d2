/* Coasts and borders, drawn once on a plane of their own, so that a move of the map is one transform and no projection. */

import { geoCircle, geoContains, geoMercator, geoPath } from "../vendor/d3-geo.js";
import feature from "../vendor/topojson/feature.js";
import mesh from "../vendor/topojson/mesh.js";

const SIDE = 1024, EARTH_KM = 6371.0088, FLAT_KM = 250, POLAR = "010";
export const EARTH = { side: SIDE, km: EARTH_KM };
const mercator = geoMercator().scale(SIDE / (2 * Math.PI)).translate([SIDE / 2, SIDE / 2]).precision(0.05);

/** Return a place's spot on the plane; places near a pole go to its edge. */
export function spot(lat, lon) { return mercator([lon, Math.max(-84, Math.min(84, lat))]); }

/** Return the latitude and longitude of a spot. */
export function place([x, y]) { const [lon, lat] = mercator.invert([x, y]); return [lat, lon]; }

/** Return the radius on the plane of a small circle; Mercator keeps its shape. */
export function radiusOnPlane(lat, km) { return km / EARTH_KM * SIDE / (2 * Math.PI) / Math.cos(Math.min(84, Math.abs(lat)) * Math.PI / 180); }

/** Return the outline on the plane of all places within a distance: a true circle on the globe, not on the paper. */
export function circle(lat, lon, km) {
  const path = new Path2D();
  if (km <= FLAT_KM) {
    const [x, y] = spot(lat, lon);
    path.arc(x, y, radiusOnPlane(lat, km), 0, 2 * Math.PI);
  } else {
    path.addPath(new Path2D(geoPath(mercator)(geoCircle().center([lon, lat]).radius(km / EARTH_KM * 180 / Math.PI)()) ?? ""));
  }
  return path;
}

/** One atlas: the land, its borders, and each country's shape on the plane. */
export class Atlas {
  constructor(topology, { disputed, counted, codes }) {
    const all = topology.objects.countries;
    const shown = { type: "GeometryCollection", geometries: all.geometries.filter(g => g.id !== POLAR) };
    const draw = geoPath(mercator), outline = shape => new Path2D(draw(shape) ?? "");
    const contested = contest(disputed);
    this.land = outline(feature(topology, shown));
    this.coast = outline(mesh(topology, shown, (a, b) => a === b));
    this.borders = outline(mesh(topology, shown, (a, b) => a !== b && !contested.whole(a, b) && !contested.part(a, b)));
    this.disputed = outline(mesh(topology, shown, (a, b) => a !== b && contested.whole(a, b)));
    this.#split(mesh(topology, shown, (a, b) => a !== b && contested.part(a, b)), contested, outline);
    const byNumber = new Map(shown.geometries.map(g => [g.id ?? g.properties.name, g]));
    this.country = code => this.#country(byNumber.get(codes[code] ?? code), draw);
    this.#pieces = geometry => feature(topology, geometry);
    this.#moved = counted.map(c => ({ ...c, piece: this.#piece(shown.geometries.find(g => g.properties.name === c.drawn), c.at) }));
    this.names = feature(topology, shown).features.map(f => label(f, draw)).filter(Boolean);
  }

  #countries = new Map();
  #pieces;
  #moved;

  #country(geometry, draw) {
    if (!geometry) return null;
    if (!this.#countries.has(geometry)) {
      const { name } = geometry.properties, shape = this.#counted(name, this.#pieces(geometry));
      this.#countries.set(geometry, { path: new Path2D(draw(shape) ?? ""), middle: middle(shape, draw), box: draw.bounds(largest(shape, draw)), name });
    }
    return this.#countries.get(geometry);
  }

  /** Return a country's shape as the gazetteer counts it, with pieces taken off or added. */
  #counted(name, shape) {
    const off = this.#moved.filter(m => m.drawn === name && m.piece), on = this.#moved.filter(m => m.with === name && m.piece);
    if (!off.length && !on.length) return shape;
    const kept = polygons(shape).filter(p => !off.some(m => geoContains({ type: "Polygon", coordinates: p }, m.at)));
    return { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: [...kept, ...on.map(m => m.piece)] } };
  }

  #piece(geometry, at) { return geometry && polygons(this.#pieces(geometry)).find(p => geoContains({ type: "Polygon", coordinates: p }, at)); }

  /** A border of which only a stretch is disputed (a peninsula, say) is cut at the box that the list gives. */
  #split(lines, contested, outline) {
    const sure = [], open = [];
    for (const line of lines.coordinates) {
      let run = [line[0]], inside = contested.within(line[0]);
      for (const point of line.slice(1)) {
        run.push(point);
        const now = contested.within(point);
        if (now !== inside) { (inside ? open : sure).push(run); run = [point]; inside = now; }
      }
      (inside ? open : sure).push(run);
    }
    this.borders.addPath(outline({ type: "MultiLineString", coordinates: sure }));
    this.disputed.addPath(outline({ type: "MultiLineString", coordinates: open }));
  }
}

/** Return what tells disputed borders: whole ones by the names on both sides, parts by a box as well. */
function contest(disputed) {
  const name = g => g.properties.name, key = (a, b) => [a, b].sort().join("|");
  const whole = new Set(), boxes = [], parts = new Set(), any = new Set();
  for (const { between: [a, b], box } of disputed) {
    if (b === "*") any.add(a);
    else if (box) { parts.add(key(a, b)); boxes.push(box); }
    else whole.add(key(a, b));
  }
  return {
    whole: (a, b) => any.has(name(a)) || any.has(name(b)) || whole.has(key(name(a), name(b))),
    part: (a, b) => parts.has(key(name(a), name(b))),
    within: ([lon, lat]) => boxes.some(([west, south, east, north]) => west <= lon && lon <= east && south <= lat && lat <= north),
  };
}

/** Return the largest piece of a country: the middle of the United States does not lie in the Pacific. */
function largest(shape, draw) {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const pieces = shape.geometry.coordinates.map(coordinates => ({ type: "Polygon", coordinates }));
  return pieces.reduce((most, piece) => draw.area(piece) > draw.area(most) ? piece : most);
}

function polygons({ geometry }) { return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates; }

function middle(shape, draw) { return draw.centroid(largest(shape, draw)); }

function label(shape, draw) {
  const piece = largest(shape, draw), [[left], [right]] = draw.bounds(piece), at = draw.centroid(piece);
  return Number.isFinite(at[0]) ? { name: shape.properties.name, at, width: right - left } : null;
}

const atlases = new Map();

/** Fetch an atlas, once; the fine one is for a near look. */
export function fetchAtlas(fine = false) {
  if (!atlases.has(fine)) atlases.set(fine, loadAtlas(fine));
  return atlases.get(fine);
}

async function loadAtlas(fine) {
  const file = async name => (await fetch(new URL(name, import.meta.url))).json();
  const [topology, disputed, codes] = await Promise.all([
    file(`../vendor/countries-${fine ? "50m" : "110m"}.json`), file("disputed.json"), file("codes.json"),
  ]);
  return new Atlas(topology, { disputed: disputed.borders, counted: disputed.counted, codes });
}
