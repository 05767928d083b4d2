/* What is to come, by day: what is exact in its month's grid, what is vague above it; then what became of what was set. */

import { covered, fromDay, isSoft, sayDays, toDate } from "../days.js";
import { link, make } from "../elements.js";
import { actors, toWords } from "../rows.js";
import { filteredSheet } from "../sheets.js";
import { plainly, say, sayOr } from "../strings.js";

const month = day => fromDay(day).slice(0, 7), MOST_MONTHS = 24;
const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });
const WEEK = [5, 6, 7, 8, 9, 10, 11].map(day => weekday.format(new Date(Date.UTC(2026, 0, day))));

const words = (row, name) => row.turns ? make("a", { href: link("/report", { id: row.turns.at(-1).quote.report }), dir: "auto" }, name) : toWords(row, name);

function entry(row, when = "") {
  const dot = row.status.replace(" ", "-");
  return make("li", { class: `plan ${dot}` }, make("span.status", { class: dot, title: plainly(row.status) }, make("span.aside", {}, plainly(row.status))), when && make("span.quiet", {}, `${when}: `), words(row, row.name || plainly(row.kind)),
    make("small", {}, [row.place, row.participants?.length > 0 && actors(row.participants)].filter(Boolean).flatMap((x, n) => n ? [" · ", x] : [x])));
}

function monthBox(name, rows) {
  const first = Date.UTC(+name.slice(0, 4), +name.slice(5) - 1) / 86_400_000, days = new Date(Date.UTC(+name.slice(0, 4), +name.slice(5), 0)).getUTCDate();
  const sharp = rows.filter(r => !isSoft(r)), soft = rows.filter(isSoft), lead = (toDate(first).getUTCDay() + 6) % 7;
  const cells = Array.from({ length: days }, (_, n) => {
    const day = first + n, here = sharp.filter(r => { const [from, to] = covered(r); return from <= day && day < to; });
    return make("li.day", { class: here.length ? "some" : "" }, make("time", { datetime: fromDay(day) }, make("span.weekday", {}, weekday.format(toDate(day))), ` ${n + 1}`), here.length > 0 && make("ul", {}, here.map(r => entry(r))));
  });
  cells[0].style.setProperty("grid-column-start", String(lead + 1));
  return make("section.month", {}, make("h2", {}, monthName.format(toDate(first))), soft.length > 0 && make("ul.soft", {}, soft.map(r => entry(r, sayDays(r)))),
    sharp.length > 0 && [make("div.week", { "aria-hidden": "true" }, WEEK.map(d => make("span", {}, d))), make("ol.grid", {}, cells)]);
}

/** Return what became of one thing: when it was set, moved or called off, by whom, and the incident in which it took place. */
function course(one) {
  const turn = t => make("li", { class: t.status }, make("span.status", { class: t.status }, plainly(t.status)), " ", t.start ? sayDays(t) : say("no-date"), make("small", {}, make("a", { href: link("/report", { id: t.quote.report }) }, say("told-on", { day: t.told || say("no-date") })), t.source && [" · ", t.source]));
  return make("li.course", {}, make("h3", { dir: "auto" }, one.name), make("p.quiet.small", {}, [one.place, one.participants.length > 0 && actors(one.participants)].filter(Boolean).flatMap((x, n) => n ? [" · ", x] : [x])), make("ol.turns", {}, one.turns.map(turn),
    one.incident && make("li.took-place", {}, make("span.status", { class: "occurred" }, say("took-place")), make("small", {}, make("a", { href: link("/incident", { id: one.incident }) }, one.why))),
    !one.incident && one.status !== one.turns.at(-1)?.status && make("li", {}, make("span.status", {}, sayOr(`outcome.${one.status}`, plainly(one.status)))))); 
}

export function show(main, page) {
  return filteredSheet(main, page, data => {
    const rows = data.entries ? data.entries.filter(e => e.start && (!data.first || (e.end ?? e.start) >= data.first)) : data.rows, byMonth = new Map();
    for (const row of rows) { const key = month(covered(row)[0]); byMonth.set(key, [...(byMonth.get(key) ?? []), row]); }
    const undated = data.entries ? data.entries.filter(e => !e.start) : data.undated;
    return make("div.calendar", {}, data.first && make("p.quiet.small", {}, say("calendar-from", { day: sayDays({ start: data.first, end: data.first }) })), [...byMonth].slice(0, MOST_MONTHS).map(([name, list]) => monthBox(name, list)),
      undated.length > 0 && make("section.month", {}, make("h2", {}, say("no-date-n", { n: undated.length })), make("ul.soft", {}, undated.map(r => entry(r)))),
      data.entries?.length > 0 && make("section.block", {}, make("h2", {}, say("calendar-course")), make("ol.courses", {}, data.entries.map(course))));
  });
}
