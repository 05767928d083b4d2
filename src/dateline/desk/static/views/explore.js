/* Map, timeline and list of the same records: one selection, one set of filters, one address. */

import { all, fill, make, one } from "../elements.js";
import { FILTERS, Filters } from "../filters.js";
import { fromBins, fromMarks, fromRow } from "../marks.js";
import { WorldMap } from "../map/map.js";
import { Pick } from "../pick.js";
import { classNames } from "../paint.js";
import { read } from "../twin.js";
import { say } from "../strings.js";
import { Timeline } from "../timeline/timeline.js";
import { toDay } from "../days.js";
import { RecordList } from "../recordlist.js";

const PANES = { map: ["map", "timeline", "list"], incidents: ["map", "timeline", "list"], timeline: ["timeline", "list"] };
const MOST = { map: 5000, timeline: 5000, incidents: 500 };
const button = (of, what, sign) => make("button", { type: "button", data: { [of]: what }, "aria-label": say(`${of}.${what}`), title: say(`${of}.${what}`) }, sign);

function frame(panes) {
  const canvas = (of, keys) => make("canvas", { tabindex: "0", role: "application", "aria-label": say(`${of}.name`), "aria-describedby": keys });
  return [
    make("div.bar", {}, make("h1.aside", {}, say("explore")), make("div.filters"), make("p.count", { role: "status" }),
      make("div.panes", { role: "group", "aria-label": say("panes") }, ["map", "timeline", "list"].map(p =>
        make("button", { type: "button", data: { pane: p }, "aria-pressed": String(panes.includes(p)) }, say(`pane.${p}`))))),
    make("div.explore", { data: { panes: panes.join(" ") } },
      make("section.map", { "aria-label": say("pane.map") }, canvas("map", "map-keys"), make("p.aside", { id: "map-keys" }, say("map.keys")),
        make("div.knobs", {}, button("map", "in", "+"), button("map", "out", "−"), button("map", "fit", "⤢")),
        make("ul.key", { "aria-label": say("key") }, classNames.map(name => make("li", { class: name }, make("span.dot", { class: name }), make("span", {}, say(`class.${name}`)))),
          make("li", {}, make("i.hatch"), make("span", {}, say("key.country"))), make("li", {}, make("i.ring"), make("span", {}, say("key.area"))))),
      make("section.time", { "aria-label": say("pane.timeline") }, canvas("timeline", "timeline-keys"), make("p.aside", { id: "timeline-keys" }, say("timeline.keys")),
        make("div.knobs", {}, button("timeline", "in", "+"), button("timeline", "out", "−"), button("timeline", "fit", "⤢"))),
      make("section.rows", { "aria-label": say("pane.list") })),
  ];
}

export class Explore {
  constructor(main, page) {
    Object.assign(this, { main, page, selection: page.selection, address: page.address, palette: page.palette });
    this.panes = page.address.state.panes?.split(" ") ?? PANES[page.name] ?? PANES.map;
    fill(main, frame(this.panes));
    this.picker = new Pick(this.selection);
    this.list = new RecordList(one(".rows", main), this);
    this.map = new WorldMap(one(".map", main), this);
    this.timeline = new Timeline(one(".time", main), this);
    this.filters = new Filters(one(".filters", main), this.address, () => this.load());
    for (const knob of all("[data-pane]", main)) knob.addEventListener("click", () => this.#toggle(knob));
    this.selection.listen(({ chosen }) => chosen?.startsWith("spot:") ? this.#narrow(chosen) : this.address.change({ sel: chosen }));
  }

  open(records, title, where) { this.picker.open(records, title, where); }

  /** Choose the next record in time, or the one before. */
  step(by) {
    const order = this.ordered, at = order.findIndex(r => r.key === this.selection.chosen);
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) this.selection.choose(next.key, null);
  }

  #toggle(knob) {
    const on = knob.getAttribute("aria-pressed") !== "true";
    const panes = ["map", "timeline", "list"].filter(p => p === knob.dataset.pane ? on : this.panes.includes(p));
    if (!panes.length) return;
    this.panes = panes;
    knob.setAttribute("aria-pressed", String(on));
    one(".explore", this.main).dataset.panes = panes.join(" ");
    this.address.change({ panes: panes.join(" ") === PANES[this.page.name]?.join(" ") ? null : panes.join(" ") });
  }

  /** A spot that stands for many opens: the filters are narrowed to it. */
  #narrow(key) {
    const { place } = this.bins.find(b => b.key === key);
    this.selection.choose(null);
    this.address.change({ near: `${place.lat},${place.lon},${Math.max(1, Math.ceil(place.radius_km ?? 0) / 4)}`, at: null, sel: null }, { keep: true });
  }

  /** Fetch what the filters let through and show it everywhere. */
  async load(given = null) {
    const mine = this.loading = {}, data = given ?? await read(`/${this.page.name}`, `?${this.#query()}`);
    if (this.loading !== mine) return;
    const records = data.marks ? fromMarks(data.columns, [...data.marks, ...(data.unplaced ?? []), ...(data.undated ?? [])]) : data.rows.map(fromRow);
    const planned = (data.scheduled ?? []).map(row => fromRow({ ...row, type: "CONSULT", status: row.status, precision: "town" }));
    this.bins = data.bins ? fromBins(data.bin_columns, data.bins) : null;
    if (data.counting) this.#await(data, mine);
    this.show([...new Map([...records, ...planned].map(r => [r.key, r])).values()], data);
  }

  /** Ask again until the events of a large ledger are counted by spot. */
  async #await(data, mine) {
    for (let counting = true; counting;) {
      await new Promise(done => setTimeout(done, 1200));
      if (this.loading !== mine) return;
      const found = await read(`/${this.page.name}`, `?${this.#query(1)}`).catch(() => ({ counting: true }));
      counting = found.counting;
      if (!counting && this.loading === mine) this.load({ ...data, ...Object.fromEntries(["bins", "binned", "grid", "counting"].map(key => [key, found[key]])) });
    }
  }

  #query(limit = MOST[this.page.name]) {
    const { state } = this.address, out = new URLSearchParams({ limit, ...(state.rule ? { rule: state.rule } : {}), ...(state.v && !history.state?.newest ? { v: state.v } : {}) });
    for (const name of FILTERS) for (const value of [].concat(state[name] ?? [])) out.append(name, value);
    return out;
  }

  show(records, data) {
    this.ordered = [...records].sort((a, b) => (a.start ?? "9999").localeCompare(b.start ?? "9999"));
    if (this.bins) this.map.show([...this.bins, ...records.filter(r => r.place && r.place.lat === null)], records); else this.map.show(records);
    this.timeline.show(records, (data.series ?? []).map(([period, n]) => ({ ...reach(period), n })));
    this.list.show(this.ordered);
    this.#count(data);
    const { sel } = this.address.state;
    if (sel) this.selection.choose(sel, null);
  }

  #count(data) {
    const { unplaced } = this.map.layers, { undated } = this.timeline;
    const tray = (records, key) => records.length > 0 && make("button.plain.tray", { type: "button", on: { click: e => {
      this.open(records, say(key), { box: e.currentTarget, at: [0, 20] });
    } } }, say(`${key}-n`, { n: records.length }));
    fill(one(".count", this.main), this.bins ? say(data.grid ? "binned-grid" : "binned", { n: data.binned, spots: this.bins.length, shown: data.shown }) : data.counting ? say("counting", { matching: data.matching }) : say("shown-of", { shown: data.shown, matching: data.matching }),
      data.total !== data.matching && ` · ${say("of-all", { total: data.total })}`, tray(unplaced, "no-place"), tray(undated, "no-date"));
  }
}

/** Return the days of a period such as 2024-03, 2024-W11, 2024 or 2024-03-14. */
function reach(period) {
  const [year, month, day] = period.split("-").map(Number);
  if (day) return { from: toDay(period), to: toDay(period) + 1 };
  if (month) return { from: Date.UTC(year, month - 1) / 86_400_000, to: Date.UTC(year, month) / 86_400_000 };
  return { from: Date.UTC(year, 0) / 86_400_000, to: Date.UTC(year + 1, 0) / 86_400_000 };
}

export async function show(main, page) {
  document.body.classList.add("whole");
  const explore = new Explore(main, page);
  await explore.load(page.address.state.limit ? null : page.data.shown === page.data.matching ? page.data : null);
  return explore;
}
