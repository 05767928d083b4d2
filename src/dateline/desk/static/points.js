/* Positions in a text. Records count code points, as Python does; JavaScript counts UTF-16 units, two for an emoji or a
   rare script. The server's spans are turned once, when a text is read in. */

/** Return the code-point positions of the characters that take two units. */
function wide(text) {
  const found = [];
  for (let unit = 0, point = 0; unit < text.length; unit += 1, point += 1) {
    if (text.codePointAt(unit) > 0xffff) { found.push(point); unit += 1; }
  }
  return found;
}

/** Return how many entries of a rising list lie below a value. */
function below(list, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}

/** Return the two ways between the positions of a text: `unit(point)` and `point(unit)`. */
export function positions(text) {
  const pairs = wide(text), units = pairs.map((point, n) => point + n);
  return {
    unit: point => point + below(pairs, point),
    point: unit => unit - below(units, unit),
  };
}

/** Return the words of a span that counts code points. */
export function words(text, [start, end]) {
  const { unit } = positions(text);
  return text.slice(unit(start), unit(end));
}
