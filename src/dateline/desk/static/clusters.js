/* Marks that would lie on one another become one mark with their number. A place's name is never its key: many records
   share a spot, and the number opens to their list. */

/**
 * Gather marks that lie within a distance.
 *
 * @param marks each with `x` and `y` in pixels, in the order in which they count
 * @param reach pixels within which two marks are one
 * @returns clusters `{x, y, marks}`, in the order of their first mark
 */
export function gather(marks, reach) {
  const cells = new Map(), clusters = [];
  for (const mark of marks) {
    const column = Math.floor(mark.x / reach), row = Math.floor(mark.y / reach);
    const near = nearest(cells, column, row, mark, reach);
    if (near) near.marks.push(mark);
    else {
      const cluster = { x: mark.x, y: mark.y, marks: [mark] };
      clusters.push(cluster);
      const key = `${column}/${row}`;
      if (cells.has(key)) cells.get(key).push(cluster); else cells.set(key, [cluster]);
    }
  }
  return clusters;
}

function nearest(cells, column, row, mark, reach) {
  let best = null, least = reach * reach;
  for (let c = column - 1; c <= column + 1; c += 1) {
    for (let r = row - 1; r <= row + 1; r += 1) {
      for (const cluster of cells.get(`${c}/${r}`) ?? []) {
        const far = (cluster.x - mark.x) ** 2 + (cluster.y - mark.y) ** 2;
        if (far < least) { best = cluster; least = far; }
      }
    }
  }
  return best;
}

/** Return for how many records a mark stands: one, or those of a spot that were counted. */
export const weight = ({ record }) => record.n ?? 1;

/** Return for how many records marks stand together. */
export const weigh = marks => marks.reduce((sum, m) => sum + weight(m), 0);

/** Return the radius of a cluster: its area grows with its number. */
export function clusterRadius(count, dot = 4.5) { return count === 1 ? dot : dot * Math.min(5, 1.5 + Math.sqrt(count) / 3.2); }

/** Return the radius of a spot that stands for many: its area grows with its share of the largest. */
export const countedRadius = (count, most) => 9 + 12 * Math.sqrt(count / most);
