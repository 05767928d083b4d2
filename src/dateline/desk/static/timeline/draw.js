/* The timeline's drawing: axis, how many reports lie behind, bars and dots. */

import { classOf, drawShapes } from "../paint.js";
import { filling } from "../map/layers.js";

const FOOT = 24;
export const axisHeight = FOOT;

/** Draw the axis: a line at each tick, its words below; years and months in bold. */
export function drawAxis({ context, width, height }, scale, palette) {
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 95))), format = scale.tickFormat();
  context.textAlign = "left"; context.textBaseline = "middle";
  for (const tick of ticks) {
    const x = Math.round(scale(tick)) + 0.5, first = tick.getUTCDate() === 1;
    line(context, x, 0, x, height - FOOT + (first ? 8 : 4), palette.edge);
    context.font = palette.type(10.5, first ? 600 : 400); context.fillStyle = first ? palette.ink : palette.soft;
    context.fillText(format(tick), x + 4, height - FOOT / 2);
  }
  line(context, 0, height - FOOT + 0.5, width, height - FOOT + 0.5, palette.edge);
}

function line(context, x0, y0, x1, y1, colour, dash = []) {
  context.beginPath(); context.setLineDash(dash); context.moveTo(x0, y0); context.lineTo(x1, y1);
  context.strokeStyle = colour; context.lineWidth = 1; context.stroke(); context.setLineDash([]);
}

/** Draw today: what is planned lies to its right. */
export function drawToday({ context, width, height }, x, word, palette) {
  if (x < 0 || x > width) return;
  line(context, x, 0, x, height - FOOT, palette.ink, [2, 3]);
  context.font = palette.type(10, 600); context.textAlign = "left"; context.fillStyle = palette.soft; context.textBaseline = "top";
  context.fillText(word, x + 4, 3);
}

/** Draw how many records there are in each period, behind the marks; an empty period stays empty, so that a gap is seen. */
export function drawSeries({ context, height }, series, x, palette) {
  const most = Math.max(1, ...series.map(s => s.n)), high = Math.min(46, height / 4);
  context.fillStyle = palette.edge;
  for (const { from, to, n } of series) {
    const x0 = x(from), wide = Math.max(1, x(to) - x0 - 1), tall = n / most * high;
    context.fillRect(x0, height - FOOT - tall, wide, tall);
  }
}

/** Draw the marks, those that are alike together. */
export function drawMarks({ context, width, height }, { laid, radius }, palette) {
  const middle = (height - FOOT) / 2, groups = new Map();
  for (const mark of laid) {
    if (mark.x1 < -5 || mark.x0 > width + 5) continue;
    if (mark.bar) { drawBar(context, mark, middle, radius, palette); continue; }
    const key = `${classOf(mark.record.type)} ${filling(mark.record.status)}`, spot = [mark.x, middle + mark.y];
    if (groups.has(key)) groups.get(key).push(spot); else groups.set(key, [spot]);
  }
  for (const [key, spots] of groups) drawShapes(context, ...key.split(" "), spots, radius, palette);
}

/** Draw a stretch of days; the reach of a vague word fades at both ends, what is to come is an outline. */
function drawBar(context, { x0, x1, y, soft, record }, middle, radius, palette) {
  const colour = palette.classes[classOf(record.type)], open = filling(record.status) !== "full", top = middle + y - radius;
  context.beginPath();
  context.roundRect(x0, top, x1 - x0, 2 * radius, radius);
  if (soft) { context.fillStyle = faded(context, colour, x0, x1); context.globalAlpha = open ? 0.35 : 0.75; context.fill(); context.globalAlpha = 1; }
  else if (open) { context.fillStyle = palette.card; context.fill(); context.strokeStyle = colour; context.lineWidth = 1.4; context.stroke(); }
  else { context.fillStyle = colour; context.globalAlpha = 0.85; context.fill(); context.globalAlpha = 1; }
}

function faded(context, colour, x0, x1) {
  const paint = context.createLinearGradient(x0, 0, x1, 0), clear = `color-mix(in srgb, ${colour} 0%, transparent)`;
  for (const [at, what] of [[0, clear], [0.3, colour], [0.7, colour], [1, clear]]) paint.addColorStop(at, what);
  return paint;
}

/** Ring a mark. */
export function drawRing({ context, height }, mark, radius, palette) {
  const middle = (height - FOOT) / 2, room = 3;
  context.beginPath();
  context.roundRect(mark.x0 - room, middle + mark.y - radius - room, mark.x1 - mark.x0 + 2 * room, 2 * (radius + room), radius + room);
  context.strokeStyle = palette.ink; context.lineWidth = 2; context.stroke();
}

