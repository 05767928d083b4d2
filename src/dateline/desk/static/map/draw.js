/* The map's drawing: land, hatched countries, areas, circles of precision, marks and clusters, in that order. */

import { weigh } from "../clusters.js";
import { classOf, drawShapes } from "../paint.js";
import { toScreen } from "./camera.js";
import { filling, shares } from "./layers.js";

const DOT = 4.5, TAU = 2 * Math.PI;

/** Draw land and borders; they lie on the plane, so that the camera is a transform. */
export function drawLand({ context, ratio }, camera, atlas, palette) {
  const { k, x, y } = camera;
  context.save();
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  context.fillStyle = palette.land;
  context.fill(atlas.land);
  context.lineJoin = "round";
  stroke(context, atlas.coast, palette.coast, 0.8 / k);
  stroke(context, atlas.borders, palette.border, 0.9 / k);
  context.setLineDash([3 / k, 3 / k]);
  stroke(context, atlas.disputed, palette.border, 1.1 / k);
  context.restore();
}

function stroke(context, path, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Write the names of countries that have room for them, the widest countries first; those of places go before them. */
export function drawNames({ context, width, height }, camera, atlas, palette, places) {
  const taken = [[0, height - 34, 140, height], ...places.map(p => p.box)]; // the scale stands in the corner
  context.textAlign = "center"; context.textBaseline = "middle"; context.fillStyle = palette.faint;
  context.font = palette.type(10, 500); context.letterSpacing = "1.2px";
  for (const { name, at, width: wide } of atlas.names) {
    const [x, y] = toScreen(camera, at);
    if (x < -50 || y < -20 || x > width + 50 || y > height + 20 || wide * camera.k < 8.5 * name.length) continue;
    const words = name.toUpperCase(), half = context.measureText(words).width / 2 + 3, box = [x - half, y - 7, x + half, y + 7];
    if (taken.some(t => meets(t, box))) continue;
    taken.push(box);
    context.fillText(words, x, y);
  }
  context.letterSpacing = "0px";
}

const hatches = new Map();

/** Return a hatch of a colour, made once. */
function hatch(context, colour, ratio) {
  const key = `${colour} ${ratio}`;
  if (!hatches.has(key)) hatches.set(key, makeHatch(context, colour, ratio));
  return hatches.get(key);
}

function makeHatch(context, colour, ratio) {
  const tile = document.createElement("canvas"), side = Math.round(7 * ratio);
  tile.width = tile.height = side;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour; pen.lineWidth = ratio * 0.9; pen.globalAlpha = 0.55;
  pen.beginPath();
  for (const shift of [-side, 0, side]) { pen.moveTo(shift, side); pen.lineTo(shift + side, 0); }
  pen.stroke();
  return context.createPattern(tile, "repeat");
}

/** Hatch the countries of which no more is known than their name. */
export function drawCountries({ context, ratio }, camera, layers, atlas, palette, selection) {
  const { k, x, y } = camera, usual = hatch(context, palette.soft, ratio), strong = hatch(context, palette.accent, ratio);
  for (const [code, records] of layers.countries) {
    const country = atlas.country(code);
    if (!country) continue;
    context.save();
    context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
    const lit = records.some(r => selection.has(r.key)), pattern = lit ? strong : usual;
    pattern.setTransform(new DOMMatrix([1 / (ratio * k), 0, 0, 1 / (ratio * k), -x / k, -y / k]));
    context.fillStyle = pattern;
    context.fill(country.path);
    context.restore();
  }
}

/** Draw the circles of all places within reach of a point, and the shaded areas of wider places. */
export function drawReach(sheet, camera, layers, palette, selection) {
  const { context } = sheet;
  for (const { record, px, py, reach } of layers.circles()) {
    const [x, y] = toScreen(camera, [px, py]), r = reach * camera.k;
    if (r < DOT + 2 || r > 3000 || outside(sheet, x, y, r)) continue;
    ring(context, x, y, r, palette.classes[classOf(record.type)], selection.has(record.key) ? 0.2 : 0.07);
  }
  for (const marks of layers.areas.values()) drawArea(sheet, camera, layers, marks, palette, selection);
}

function outside({ width, height }, x, y, r) { return x + r < 0 || y + r < 0 || x - r > width || y - r > height; }

function ring(context, x, y, r, colour, alpha) {
  context.beginPath();
  context.arc(x, y, r, 0, TAU);
  paint(context, colour, alpha, null);
}

function paint(context, colour, alpha, path, width = 1) {
  const draw = (how) => path ? context[how](path) : context[how]();
  context.globalAlpha = alpha; context.fillStyle = colour; draw("fill");
  context.globalAlpha = Math.min(1, alpha * 4.5); context.strokeStyle = colour; context.lineWidth = width; draw("stroke");
  context.globalAlpha = 1;
}

function drawArea({ context, width, height, ratio }, camera, layers, marks, palette, selection) {
  const [{ record, px, py, reach }] = marks, { k, x, y } = camera, [sx, sy] = toScreen(camera, [px, py]);
  if (outside({ width, height }, sx, sy, reach * k)) return;
  marks[0].outline ??= layers.outline(record);
  const lit = marks.some(m => selection.has(m.record.key));
  context.save();
  context.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  context.setLineDash([5 / k, 4 / k]);
  paint(context, palette.classes[classOf(record.type)], lit ? 0.26 : Math.min(0.2, 0.1 + marks.length / 200), marks[0].outline, 1 / k);
  context.restore();
}

/** Draw the marks that stand alone. */
export function drawMarks({ context, width, height }, clusters, camera, palette) {
  const groups = new Map();
  for (const cluster of clusters) {
    const x = cluster.x + camera.x, y = cluster.y + camera.y;
    if (cluster.n > 1 || x < -9 || y < -9 || x > width + 9 || y > height + 9) continue;
    const { record } = cluster.marks[0], key = `${classOf(record.type)} ${filling(record.status)}`;
    if (groups.has(key)) groups.get(key).push([x, y]); else groups.set(key, [[x, y]]);
  }
  for (const [key, spots] of groups) drawShapes(context, ...key.split(" "), spots, DOT, palette);
}

/** Draw the clusters: a number, and round it a ring of what they are made of. */
export function drawClusters({ context, width, height }, clusters, camera, palette) {
  for (const cluster of clusters) {
    const { marks, radius } = cluster, x = cluster.x + camera.x, y = cluster.y + camera.y;
    if (cluster.n < 2 || x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
    drawCluster(context, x, y, radius, cluster.shares ??= shares(marks.map(m => m.record)), cluster.n, palette);
  }
}

function drawCluster(context, x, y, radius, parts, count, palette) {
  context.beginPath(); context.arc(x, y, radius + 1.5, 0, TAU);
  context.fillStyle = palette.card; context.fill();
  let angle = -Math.PI / 2;
  context.lineWidth = 3;
  for (const [name, n] of parts) {
    const next = angle + n / count * TAU;
    context.beginPath(); context.arc(x, y, radius - 1, angle, next);
    context.strokeStyle = palette.classes[name]; context.stroke();
    angle = next;
  }
  number(context, x, y, count, palette);
}

/** Return a number that has room in a mark: 1204, 12k, 1.2M. */
const short = n => n > 999_500 ? `${(n / 1e6).toFixed(n > 9.5e6 ? 0 : 1)}M` : n > 9_999 ? `${Math.round(n / 1000)}k` : String(n);

function number(context, x, y, count, palette) {
  context.textAlign = "center"; context.textBaseline = "middle"; context.fillStyle = palette.ink;
  context.font = palette.type(count > 999 ? 9 : 10, 600);
  context.fillText(short(count), x, y + 0.5);
}

const NUDGES = [[0, 12], [0, -14], [-22, 0], [22, 0], [-20, -18], [20, -18]], FEW = 300;

/** Return where a country's plate goes: beside its middle, off the marks that lie there, where there are few of them. */
export function freed([x, y], clusters, camera) {
  const clear = ([dx, dy]) => clusters.every(c => Math.abs(c.x + camera.x - x - dx) > c.radius + 11 || Math.abs(c.y + camera.y - y - dy) > c.radius + 9);
  const [dx, dy] = (clusters.length < FEW && NUDGES.find(clear)) || NUDGES[0];
  return [x + dx, y + dy];
}

/** Draw the plates that stand for an area or a country: a number in a box, never a pin. */
export function drawPlates({ context }, plates, palette) {
  for (const { x, y, records, lit } of plates) {
    const n = weigh(records.map(record => ({ record }))), wide = 12 + 6 * short(n).length;
    context.beginPath(); context.roundRect(x - wide / 2, y - 8, wide, 16, 3);
    context.fillStyle = palette.card; context.globalAlpha = 0.92; context.fill(); context.globalAlpha = 1;
    context.strokeStyle = lit ? palette.accent : palette.soft; context.lineWidth = lit ? 2 : 1;
    context.setLineDash(lit ? [] : [3, 2]); context.stroke(); context.setLineDash([]);
    number(context, x, y, n, palette);
  }
}

/** Ring the chosen mark and write its place beside it. */
export function drawChosen({ context }, spot, label, palette) {
  if (!spot) return;
  const [x, y, r] = spot;
  context.beginPath(); context.arc(x, y, r + 5, 0, TAU);
  context.strokeStyle = palette.ink; context.lineWidth = 2; context.stroke();
  if (label) write(context, label, x + r + 10, y, palette);
}

function write(context, words, x, y, palette) {
  context.font = palette.type(12, 600); context.textAlign = "left"; context.textBaseline = "middle";
  context.lineWidth = 4; context.strokeStyle = palette.land; context.lineJoin = "round"; context.strokeText(words, x, y);
  context.fillStyle = palette.ink; context.fillText(words, x, y);
}

/** Return the name that most of a cluster's places have, and how many others there are. */
export function commonName(marks) {
  const counts = new Map();
  for (const { record: { place, n = 1 } } of marks) counts.set(place.name, (counts.get(place.name) ?? 0) + n);
  const [name] = [...counts].reduce((most, one) => one[1] > most[1] ? one : most);
  return counts.size > 1 ? `${name} +${counts.size - 1}` : name;
}

/** Return the names of places for which there is room, the largest first: `name`, `x`, `y`, and the `box` with the mark. */
export function placeNames({ context, width, height }, clusters, camera, palette) {
  const found = [];
  context.font = palette.type(11, 500);
  for (const c of [...clusters].sort((a, b) => b.n - a.n).slice(0, 120)) {
    const name = c.name ??= commonName(c.marks), x = c.x + camera.x + c.radius + 5, y = c.y + camera.y;
    if (!name || x < 0 || y < 0 || x > width || y > height) continue;
    const box = [x - 2 * c.radius - 8, y - 8, x + context.measureText(name).width + 4, y + 8];
    if (!found.some(other => meets(other.box, box))) found.push({ name, x, y, box });
  }
  return found;
}

/** Write the names of places. */
export function drawPlaces({ context }, places, palette) {
  context.font = palette.type(11, 500); context.textAlign = "left"; context.textBaseline = "middle"; context.lineJoin = "round";
  context.lineWidth = 3; context.strokeStyle = palette.land; context.fillStyle = palette.soft;
  for (const { name, x, y } of places) { context.strokeText(name, x, y); context.fillText(name, x, y); }
}

/** Draw the scale: a round number of kilometres in the middle of the map. */
export function drawScale({ context, height }, kmPerPixel, palette) {
  const most = 110 * kmPerPixel, step = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map(n => n * step).find(n => n <= most), wide = km / kmPerPixel, y = height - 14;
  context.strokeStyle = palette.soft; context.lineWidth = 1;
  context.beginPath(); context.moveTo(14, y - 4); context.lineTo(14, y); context.lineTo(14 + wide, y); context.lineTo(14 + wide, y - 4); context.stroke();
  context.font = palette.type(10); context.textAlign = "left"; context.textBaseline = "bottom"; context.fillStyle = palette.soft;
  context.fillText(`${km >= 1 ? km.toLocaleString("en") : km} km`, 18, y - 2);
}
