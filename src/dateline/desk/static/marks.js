/* Records as the map, the timeline and the lists share them, made from the rows of the twins. */

import { make } from "./elements.js";
import { classOf, isOpen } from "./paint.js";
import { plainly, say } from "./strings.js";

/** Turn a twin's marks (lists in the order of its columns) into records. */
export function fromMarks(columns, rows) {
  return rows.map(row => fromRow(Object.fromEntries(columns.map((name, n) => [name, row[n]]))));
}

/** Turn spots with their numbers into records that stand for many: they open to what is there. */
export function fromBins(columns, rows) {
  return rows.map((row, at) => {
    const bin = Object.fromEntries(columns.map((name, n) => [name, row[n]])), [most] = [...bin.types].sort((a, b) => b[1] - a[1])[0];
    return { ...bin, key: `spot:${at}`, type: most, status: "occurred", place: where(bin), title: `${bin.place ?? say("no-place")} · ${say("n-events", { n: bin.n })}`, when: "" };
  });
}

/** Turn a row of v_events, v_scheduled or an incident into a record. */
export function fromRow(row) {
  return { ...row, key: row.id, place: where(row), title: titled(row) };
}

function where(row) {
  if (row.place && typeof row.place === "object") return row.place;
  if (row.lat === null && !row.country && !row.place) return null;
  return { name: row.place, country: row.country, lat: row.lat ?? null, lon: row.lon ?? null, radius_km: row.radius_km, precision: row.precision ?? (row.lat == null ? "country" : "town") };
}

/** Return names that a column joins with "; " or that a list holds. */
export function names(given) {
  if (Array.isArray(given)) return given.map(a => a?.name ?? String(a));
  return String(given ?? "").split("; ").filter(Boolean);
}

function titled(row) {
  if (row.title ?? row.name) return row.title ?? row.name;
  const who = names(row.actors).join(", ") || say("somebody"), whom = names(row.recipients).join(", ");
  return `${plainly(row.type)}${row.mode ? ` (${plainly(row.mode)})` : ""}: ${who}${whom ? ` → ${whom}` : ""}`;
}

/** Return the small mark that stands before a record in lists. */
export function mark({ type, status }) {
  const name = classOf(type);
  return make("span.dot", { class: `${name}${isOpen(status) ? " open" : ""}`, "aria-hidden": "true" });
}
