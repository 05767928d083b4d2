/* The filters of a page: what is on as chips that can be taken off, and a form for the rest. They hold for everything. */

import { all, fill, link, make } from "./elements.js";
import { plainly, say } from "./strings.js";

const FIELDS = [
  ["text", "search"], ["actor", "text"], ["type", "several"], ["status", "several"], ["country", "several"], ["place", "text"],
  ["from", "date"], ["to", "date"], ["source", "several"], ["min_roots", "number"], ["min_confidence", "number"], ["as_of", "date"],
];
export const FILTERS = ["text", "actor", "type", "mode", "status", "country", "place", "near", "from", "to", "source", "min_roots", "min_confidence", "report", "as_of"];
export const SEVERAL = ["type", "mode", "country", "source", "status"];
const TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(" ");
const STATUSES = "occurred ongoing attempted prevented planned hypothetical negated denied".split(" ");

/** Return the part of a state that filters, which goes along from view to view. */
export function filtersOf(state) { return Object.fromEntries(FILTERS.filter(f => f in state).map(f => [f, state[f]])); }

/** Return the address of a view with the page's filters, and some of them changed. */
export function filteredLink(path, state, some = {}) { return link(path, { ...filtersOf(state), ...some }); }

/** Show the filters of a page in a box; a change goes to the address, and whatever changes them there to `changed`. */
export class Filters {
  constructor(box, address, changed) {
    this.box = box;
    this.address = address;
    this.facets = {};
    this.render();
    let now = JSON.stringify(filtersOf(address.state));
    address.listen(state => {
      const next = JSON.stringify(filtersOf(state));
      if (next === now) return;
      now = next;
      this.render();
      changed();
    });
  }

  set values(facets) { this.facets = facets ?? {}; this.render(); }

  change(some) { this.address.change({ after: null, ...some }, { keep: true }); }

  render() {
    const { state } = this.address, open = this.box.querySelector("details")?.open;
    const chips = FILTERS.flatMap(name => [].concat(state[name] ?? []).map(value => this.#chip(name, value, state)));
    fill(this.box,
      make("details.filter-form", { open }, make("summary.button", {}, say("filter")), this.#form(state)),
      make("ul.chips", { "aria-label": say("filters-on") }, chips),
      chips.length > 1 && make("button.plain.small", { type: "button", on: { click: () => this.change(Object.fromEntries(FILTERS.map(f => [f, null]))) } }, say("filters-clear")));
  }

  #chip(name, value, state) {
    const without = () => this.change({ [name]: [].concat(state[name]).filter(v => v !== value) });
    const words = SEVERAL.includes(name) && name !== "source" && name !== "country" ? plainly(value) : value;
    return make("li.chip", {}, make("span.quiet", {}, say(`filter.${name}`)), ` ${words}`,
      make("button", { type: "button", "aria-label": say("filter-off", { name: say(`filter.${name}`), value: words }), on: { click: without } }, "✕"));
  }

  #form(state) {
    const form = make("form", { on: { submit: e => { e.preventDefault(); this.#submit(form); } } },
      FIELDS.map(([name, kind]) => make("label", {}, say(`filter.${name}`), this.#field(name, kind, state[name]))),
      make("footer", {}, make("button.strong", { type: "submit" }, say("filter-apply"))));
    return form;
  }

  #field(name, kind, value) {
    if (kind !== "several") return make("input", { type: kind === "search" ? "search" : kind, name, value: value ?? "", step: name === "min_confidence" ? "0.05" : null, min: kind === "number" ? "0" : null });
    const given = [].concat(value ?? []), known = { type: TYPES, status: STATUSES }[name] ?? (this.facets[name] ?? []).map(([v]) => v).filter(Boolean);
    const values = [...new Set([...given, ...known])], counts = new Map(this.facets[name] ?? []);
    if (!values.length) return make("input", { name, value: given.join(" ") });
    const words = v => `${name === "type" || name === "status" ? plainly(v) : v}${counts.has(v) ? ` (${counts.get(v)})` : ""}`;
    return make("select", { name, multiple: true, size: 4 }, values.map(v => make("option", { value: v, selected: given.includes(v) }, words(v))));
  }

  #submit(form) {
    const data = new FormData(form), some = {};
    for (const [name, kind] of FIELDS) some[name] = kind === "several" ? data.getAll(name).filter(Boolean) : data.get(name) || null;
    const near = all("details", this.box)[0];
    near.open = false;
    this.change(some);
  }
}
