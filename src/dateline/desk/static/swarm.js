/* The beeswarm: every mark has its own spot beside the line of time, as near to the middle as there is room. */

/** Yield lanes from the middle outwards: 0, 1, -1, 2, -2 … */
function lane(n) { return n === 0 ? 0 : n % 2 ? (n + 1) / 2 : -n / 2; }

/**
 * Give each mark a lane in which none touches another.
 *
 * @param marks each `{x0, x1}`, its left and right end in pixels
 * @param gap the least distance between two marks of a lane
 * @returns the lane of each mark, and how many lanes there are
 */
export function spread(marks, gap = 1) {
  const order = marks.map((_, n) => n).sort((a, b) => marks[a].x0 - marks[b].x0 || marks[b].x1 - marks[a].x1 || a - b);
  const ends = [], lanes = new Int32Array(marks.length);
  for (const n of order) {
    let at = ends.findIndex(end => end + gap <= marks[n].x0);
    if (at < 0) at = ends.length;
    ends[at] = marks[n].x1;
    lanes[n] = lane(at);
  }
  return { lanes, count: ends.length };
}

/** Return the height of a lane such that all of them fit. */
export function laneHeight(count, height, { most = 16, least = 1.5 } = {}) {
  return Math.max(least, Math.min(most, height / Math.max(1, count)));
}
