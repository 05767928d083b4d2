/* Keys: off while one types, and each letter can be given another. */

const KEPT = "dateline.keys";

/** Return a key as it is written in lists: "Shift+ArrowLeft", "Ctrl+z", "a". */
export function keyName(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.shiftKey && (event.key.length > 1 || parts.length)) parts.push("Shift");
  parts.push(event.key === " " ? "space" : event.key.length === 1 && parts.length ? event.key.toLowerCase() : event.key);
  return parts.join("+");
}

/** Tell whether an element takes typed text, or keys of its own. */
export function isTyping(target) {
  return !!target?.closest?.("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], dialog.keys");
}

/** The keys of a page: an action's name to what it does, and a key to the name. */
export class Keys {
  #does = new Map();
  #before = new Map();

  constructor(store = safeStore()) {
    this.store = store;
    this.own = JSON.parse(store.getItem(KEPT) ?? "{}");
    document.addEventListener("keydown", e => this.#pressed(e));
  }

  /** Set what a key does; `told` goes into the list. */
  add(key, name, does, { always = false } = {}) {
    this.#before.set(name, key);
    this.#does.set(name, { does, always });
    return this;
  }

  keyOf(name) { return this.own[name] ?? this.#before.get(name); }

  /** Give an action another key; the key is taken from whatever had it. */
  remap(name, key) {
    const other = this.#named(key);
    if (other && other !== name) this.own[other] = this.keyOf(name);
    this.own[name] = key;
    this.store.setItem(KEPT, JSON.stringify(this.own));
  }

  reset() { this.own = {}; this.store.removeItem(KEPT); }

  get list() { return [...this.#before.keys()].map(name => [name, this.keyOf(name)]); }

  #named(key) { return [...this.#before.keys()].find(name => this.keyOf(name) === key); }

  #pressed(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target)) return;
    const key = keyName(event), name = this.#named(key), found = name && this.#does.get(name);
    if (!found || (document.querySelector("dialog[open]:modal") && !found.always)) return;
    if (key === "space" && event.target.closest?.("button, a, summary")) return;
    if (found.does(event) !== false) event.preventDefault();
  }
}

function safeStore() {
  try { localStorage.getItem(KEPT); return localStorage; } catch {
    const kept = new Map();
    return { getItem: k => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: k => kept.delete(k) };
  }
}
