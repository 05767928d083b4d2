/* What pages that are read like a sheet share: a head with its count, tables, bars, the way to further rows. */

import { fill, link, make } from "./elements.js";
import { FILTERS, Filters, filtersOf } from "./filters.js";
import { read } from "./twin.js";
import { count, say, sayOr } from "./strings.js";

/** Return "48 of 1,204", and how many there are in all where filters hold some back. */
export function counted({ shown, matching, total }, at) {
  if (matching === undefined) return null;
  const all = total !== undefined && total !== matching;
  const words = shown !== matching ? "shown-of" : all ? "n-here" : "n-in-all";
  return make("p.count", { role: "status" }, say(words, { n: matching, shown, matching }), all && [" · ", make("a", { href: at ?? location.pathname }, say("of-all", { total }))]);
}

/** Return a table. A column is `{name, label, cell(row), num}`; on a phone its rows are stacked. */
export function table(label, columns, rows, { chosen = null } = {}) {
  const head = make("tr", {}, columns.map(c => make("th", { scope: "col", class: c.num ? "num" : "" }, c.label)));
  const line = row => make("tr", { data: { key: row.id ?? "" }, "aria-selected": row.id && row.id === chosen ? "true" : null }, columns.map((c, n) => {
    const cell = c.cell(row) ?? "";
    return n === 0 ? make("th", { scope: "row", dir: "auto" }, cell) : make("td", { class: c.num ? "num" : "", dir: "auto", data: { name: c.label } }, cell);
  }));
  return make("div.scroll", { tabindex: "0", role: "region", "aria-label": label }, make("table.stack", {}, make("thead", {}, head), make("tbody", {}, rows.map(line))));
}

/** Return numbers as bars, each a link to its rows. */
export function bars(label, pairs, at, { most = 12, words = x => x } = {}) {
  const shown = pairs.slice(0, most), high = Math.max(1, ...shown.map(([, n]) => n));
  return make("section.bars", { "aria-label": label }, make("h2", {}, label), make("ol", {}, shown.map(([value, n]) => {
    const bar = make("i", { "aria-hidden": "true" });
    bar.style.setProperty("--share", String(n / high));
    return make("li", {}, make("a", { href: at(value) }, make("span", { dir: "auto" }, words(value) || say("none")), make("b", {}, count(n)), bar));
  })));
}

/** Return counts over time as columns, each a link to its rows; an empty month keeps its room. */
export function columnsOver(label, pairs, at) {
  const known = pairs.filter(([period]) => period), high = Math.max(1, ...known.map(([, n]) => n)), shown = known.slice(-72);
  if (shown.length < 3) return null;
  return make("section.months", { "aria-label": label }, make("h2", {}, label), make("ol", {}, shown.map(([period, n], i) => {
    const bar = make("i", {});
    bar.style.setProperty("--share", String(n / high));
    const year = period.slice(0, 4), first = i === 0 || shown[i - 1][0].slice(0, 4) !== year;
    return make("li", {}, make("a", { href: at(period), title: `${period}: ${count(n)}`, "aria-label": `${period}: ${count(n)}` }, bar), first && make("small", {}, year));
  })));
}

/** Return the first and last day of a month, as filters. */
export function monthDays(period) {
  const [year, month] = period.split("-").map(Number), last = month ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 31;
  return { from: `${period}${month ? "" : "-01"}-01`, to: `${period}${month ? "" : "-12"}-${last}` };
}

/** Return why nothing is shown: filters that nothing passes, else what the page is without any. */
function nothing({ name, data }) {
  const filtered = Object.values(data.query ?? {}).some(value => value?.length);
  return filtered ? say("nothing-passes") : sayOr(`nothing-yet.${name}`, say("nothing-yet"));
}

/**
 * Show a page that is a sheet with filters: they go to the address, and the body is made anew.
 *
 * @param body what makes the body from the twin
 */
export async function filteredSheet(main, page, body, { title = say(`page.${page.name}`), path = location.pathname } = {}) {
  const filterBox = make("div.filters"), head = make("header"), box = make("div.sheet-body");
  fill(main, make("div.sheet.wide", {}, head, filterBox, box));
  const filters = new Filters(filterBox, page.address, () => load());
  const draw = () => {
    fill(head, make("h1", {}, title), counted(page.data), views(page));
    filters.values = page.data.facets;
    fill(box, body(page.data, page), pager(page, () => load(true)));
    if (!page.data.rows?.length && page.data.rows) box.prepend(make("p.empty", {}, nothing(page)));
  };
  let asked = 0;
  const load = async (more = false) => {
    const mine = asked += 1;
    const query = new URLSearchParams(location.search);
    if (history.state?.newest) query.delete("v");
    if (more) query.set("after", page.data.next);
    const found = await read(path, `?${query}`);
    if (mine !== asked) return;
    page.data = more ? { ...found, rows: [...page.data.rows, ...found.rows], shown: page.data.shown + found.shown } : found;
    draw();
  };
  draw();
  return { load };
}

/** Return the ways from a list to the map and the timeline of the same rows. */
function views({ name, address }) {
  if (name !== "events") return null;
  return make("nav.views", { "aria-label": say("same-rows") }, ["map", "timeline"].map(v => make("a", { href: link(`/${v}`, filtersOf(address.state)) }, say(`page.${v}`))));
}

function pager({ data }, more) {
  const left = data.matching - data.shown;
  return data.next && make("button.more", { type: "button", on: { click: e => { e.target.disabled = true; more(); } } }, say("show-more", { n: Math.max(left, 1) }));
}

/** Return the facets as a column of links. */
export function facetColumn(facets, { address }, words = {}) {
  if (!facets) return null;
  const { state } = address;
  return make("aside.facets", { "aria-label": say("facets") }, Object.entries(facets).map(([name, values]) => make("section", {}, make("h2", {}, say(`filter.${name}`)),
    make("ul", {}, values.slice(0, 10).map(([value, n]) => {
      const on = [].concat(state[name] ?? []).includes(value ?? "");
      const next = on ? [].concat(state[name]).filter(v => v !== value) : [...[].concat(state[name] ?? []), value];
      return make("li", {}, make("a", { href: link(location.pathname, { ...filtersOf(state), [name]: next }), "aria-current": on ? "true" : null }, make("span", { dir: "auto" }, (words[name] ?? (x => x))(value) || say("none")), make("b", {}, count(n))));
    })))));
}

export const filterNames = FILTERS;
