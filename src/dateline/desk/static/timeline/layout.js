/* Where the marks of a timeline lie: bars as long as they took, a dot for a day, each in a lane of its own. */

import { covered, isSoft } from "../days.js";
import { laneHeight, spread } from "../swarm.js";

/** Return the records that have days as marks, and those that have none. */
export function toMarks(records) {
  const marks = [], undated = [];
  for (const record of records) {
    const days = covered(record);
    if (days) marks.push({ record, from: days[0], to: days[1], soft: isSoft(record) });
    else undated.push(record);
  }
  marks.sort((a, b) => a.from - b.from || a.to - b.to);
  return { marks, undated };
}

/** Return the days from the first to the last mark, with room on both sides; vague reaches count as their middle. */
export function extent(marks, { least = 14 } = {}) {
  if (!marks.length) return null;
  let from = Infinity, to = -Infinity;
  for (const m of marks) {
    const wide = m.to - m.from > 400;
    from = Math.min(from, wide ? (m.from + m.to) / 2 : m.from);
    to = Math.max(to, wide ? (m.from + m.to) / 2 : m.to);
  }
  const room = Math.max((to - from) * 0.03, (least - (to - from)) / 2, 1);
  return [from - room, to + room];
}

/**
 * Lay the marks out.
 *
 * @param marks as `toMarks` gives them
 * @param x a day's place in pixels
 * @param height pixels for all lanes
 * @returns marks with `x0`, `x1`, `y` (from the middle), and the radius of a dot
 */
export function layOut(marks, x, height) {
  const first = 6, laid = marks.map(m => ends(m, x, first));
  const { lanes, count } = spread(laid, 1);
  const lane = laneHeight(count, height), radius = Math.max(1.2, Math.min(first, lane / 2 - 0.5));
  laid.forEach((m, n) => { m.y = lanes[n] * lane; });
  return { laid, radius, lane };
}

function ends(mark, x, radius) {
  const x0 = x(mark.from), x1 = x(mark.to);
  if (mark.to - mark.from <= 1 || x1 - x0 < 2 * radius) {
    const middle = (x0 + x1) / 2;
    return { ...mark, bar: false, x: middle, x0: middle - radius, x1: middle + radius };
  }
  return { ...mark, bar: true, x: (x0 + x1) / 2, x0, x1 };
}
