/* Days as numbers: a day is one, days of UTC alone are used, since reports' days have no hour. */

const DAY = 86_400_000;
const SOFT = new Set(["week", "month", "season", "quarter", "half-year", "year", "decade", "century", "vague"]);

export const toDay = text => Date.parse(`${text.slice(0, 10)}T00:00Z`) / DAY;
export const fromDay = day => new Date(day * DAY).toISOString().slice(0, 10);
export const toDate = day => new Date(day * DAY);

/** Return the days that a record covers, [first, after last], or null without a day. */
export function covered(record) {
  const first = record.start ?? record.end, last = record.end ?? record.start;
  if (!first) return null;
  return [toDay(first), toDay(last) + 1];
}

/** Tell whether a record's days are the reach of a vague word ("in March") rather than a stretch of time. */
export function isSoft(record) {
  if (record.granularity) return SOFT.has(record.granularity);
  const days = covered(record);
  return !!days && (isMonths(days) || days[1] - days[0] >= 360);
}

/** Tell whether days are whole calendar months: nobody writes "1 to 31 March" of what took place on some day of March. */
function isMonths([first, after]) {
  return after - first >= 28 && toDate(first).getUTCDate() === 1 && toDate(after).getUTCDate() === 1;
}

/** Return days as one reads them: 14 March 2024, 14–16 March 2024, March 2024. */
export function sayDays(record, locale = "en-GB") {
  const days = covered(record);
  if (!days) return "";
  const form = options => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const full = { day: "numeric", month: "long", year: "numeric" };
  if (record.granularity === "year" || (isSoft(record) && days[1] - days[0] >= 365 && fromDay(days[0]).endsWith("01-01"))) return form({ year: "numeric" }).format(toDate(days[0]));
  if (record.granularity === "month" || (isMonths(days) && days[1] - days[0] <= 31)) return form({ month: "long", year: "numeric" }).format(toDate(days[0]));
  return form(full).formatRange(toDate(days[0]), toDate(days[1] - 1)).replace(/^(\d+)\s–\s(?=\d+ \p{L}+ \d+$)/u, "$1–");
}
