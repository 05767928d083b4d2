/* One selection for the whole page: list, map, timeline and text show the same record. Looking (hover) is never deciding:
   it is kept apart, and only a choice goes into the address. */

export class Selection {
  #listeners = new Set();
  chosen = null;
  seen = null;

  /** Choose a record by its key, or none. */
  choose(key, from = null) {
    if (this.chosen === key) return;
    this.chosen = key;
    this.#tell(from);
  }

  /** Show a record for as long as it is looked at. */
  see(key, from = null) {
    if (this.seen === key) return;
    this.seen = key;
    this.#tell(from);
  }

  has(key) { return key !== null && (key === this.chosen || key === this.seen); }

  listen(listener) { this.#listeners.add(listener); return () => this.#listeners.delete(listener); }

  #tell(from) { for (const listener of this.#listeners) listener({ chosen: this.chosen, seen: this.seen, from }); }
}
