/* The whole state of a view is its address: a link shows a colleague the same rows, of the same data. */

const ORDER = new Intl.Collator("en").compare;

/** Read an address's query: a list for each key that is repeated or known as a list, text else. */
export function readState(query, lists = []) {
  const given = new URLSearchParams(query), state = {};
  for (const key of new Set(given.keys())) {
    const values = given.getAll(key).filter(v => v !== "");
    if (lists.includes(key) || values.length > 1) state[key] = values;
    else if (values.length) state[key] = values[0];
  }
  return state;
}

/** Write a state as a query, keys in order and defaults left out, so that one view has one address. */
export function writeState(state, defaults = {}) {
  const out = new URLSearchParams();
  for (const key of Object.keys(state).sort(ORDER)) {
    const value = state[key];
    if (value === undefined || value === null || value === "" || String(value) === String(defaults[key])) continue;
    for (const one of [].concat(value)) out.append(key, one);
  }
  return out.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** Keep the address of this page up to date; `listen` is told of the state on the way back and forth. */
export class Address {
  #listeners = new Set();

  constructor(at = window, lists = []) {
    this.at = at;
    this.lists = lists;
    at.addEventListener("popstate", () => this.#tell());
  }

  get state() { return readState(this.at.location.search, this.lists); }

  /** Change some keys; `keep` makes a step to which the browser's way back leads. `newest`: the version was the ledger's own when it was read. */
  change(some, { keep = false, newest = this.#newest } = {}) {
    const query = writeState({ ...this.state, ...some });
    const next = this.at.location.pathname + (query && `?${query}`) + this.at.location.hash;
    if (newest === this.#newest && next === this.at.location.pathname + this.at.location.search + this.at.location.hash) return;
    this.at.history[keep ? "pushState" : "replaceState"]({ newest }, "", next);
    this.#tell();
  }

  listen(listener) { this.#listeners.add(listener); return () => this.#listeners.delete(listener); }

  get #newest() { return this.at.history.state?.newest ?? false; }

  #tell() { for (const listener of this.#listeners) listener(this.state); }
}
