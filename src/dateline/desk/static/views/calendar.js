/* What is to come, by day: what is exact in its month's grid, what is vague above it, what has no day at the end. */

import { covered, fromDay, isSoft, sayDays, toDate } from "../days.js";
import { make } from "../elements.js";
import { actors, toWords } from "../rows.js";
import { filteredSheet } from "../sheets.js";
import { plainly, say } from "../strings.js";

const month = day => fromDay(day).slice(0, 7), MOST_MONTHS = 24;
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

function entry(row, when = "") {
  return make("li", { class: `plan ${row.status}` }, make("span.status", { class: row.status, title: plainly(row.status) }), when && make("span.quiet", {}, `${when}: `), toWords(row, row.name || plainly(row.kind)),
    make("small", {}, [row.place, row.participants && actors(row.participants)].filter(Boolean).flatMap((x, n) => n ? [" · ", x] : [x])));
}

function monthBox(name, rows) {
  const first = Date.UTC(+name.slice(0, 4), +name.slice(5) - 1) / 86_400_000, days = new Date(Date.UTC(+name.slice(0, 4), +name.slice(5), 0)).getUTCDate();
  const sharp = rows.filter(r => !isSoft(r)), soft = rows.filter(isSoft), lead = (toDate(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: days }, (_, n) => {
    const day = first + n, here = sharp.filter(r => { const [from, to] = covered(r); return from <= day && day < to; });
    return make("li.day", { class: here.length ? "some" : "" }, make("time", { datetime: fromDay(day) }, make("span.weekday", {}, weekday.format(toDate(day))), ` ${n + 1}`), here.length > 0 && make("ul", {}, here.map(r => entry(r))));
  });
  const grid = make("ol.grid", {}, cells);
  cells[0].style.setProperty("grid-column-start", String(lead + 1));
  return make("section.month", {}, make("h2", {}, monthName.format(toDate(first))), soft.length > 0 && make("ul.soft", {}, soft.map(r => entry(r, sayDays(r)))), sharp.length > 0 && grid);
}

export function show(main, page) {
  return filteredSheet(main, page, data => {
    const byMonth = new Map();
    for (const row of data.rows) { const key = month(covered(row)[0]); byMonth.set(key, [...(byMonth.get(key) ?? []), row]); }
    return make("div.calendar", {}, data.first && make("p.quiet.small", {}, say("calendar-from", { day: data.first })), [...byMonth].slice(0, MOST_MONTHS).map(([name, rows]) => monthBox(name, rows)),
      data.undated.length > 0 && make("section.month", {}, make("h2", {}, say("no-date-n", { n: data.undated.length })), make("ul.soft", {}, data.undated.map(r => entry(r)))));
  });
}
