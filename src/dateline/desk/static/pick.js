/* A list that a mark opens to: the records of a cluster, a tray, a stack. Arrow keys walk it, Esc closes it. */

import { make, fill } from "./elements.js";
import { say } from "./strings.js";
import { sayDays } from "./days.js";
import { mark } from "./marks.js";

const MOST = 200;

export class Pick {
  constructor(selection) {
    this.selection = selection;
    this.box = make("dialog.pick", { "aria-labelledby": "pick-title" });
    this.box.addEventListener("keydown", e => this.#key(e));
    document.body.append(this.box);
    document.addEventListener("pointerdown", e => { if (this.box.open && !this.box.contains(e.target)) this.close(); });
  }

  /** Open the list of some records near a spot of the screen. */
  open(records, title, { box, at }) {
    this.from = document.activeElement;
    const head = make("h2", { id: "pick-title" }, `${title ?? ""} · `, say("n-records", { n: records.length }),
      make("button", { type: "button", "aria-label": say("close"), on: { click: () => this.close() } }, "✕"));
    const items = records.slice(0, MOST).map(record => make("li", {}, make("button", {
      type: "button", on: { click: () => { this.selection.choose(record.key); this.close(); }, focus: () => this.selection.see(record.key) },
    }, mark(record), make("span", {}, record.title), make("small", {}, [record.when ?? sayDays(record), record.place?.name].filter(Boolean).join(" · ")))));
    fill(this.box, head, make("ol", {}, items), records.length > MOST && make("p.quiet.small", {}, say("and-more", { n: records.length - MOST })));
    this.box.show();
    this.#put(box.getBoundingClientRect(), at);
    this.box.querySelector("li button")?.focus();
  }

  #put(frame, [x, y]) {
    const { offsetWidth: wide, offsetHeight: high } = this.box;
    this.box.style.left = `${Math.max(8, Math.min(innerWidth - wide - 8, frame.left + x + 12))}px`;
    this.box.style.top = `${Math.max(8, Math.min(innerHeight - high - 8, frame.top + y + 12))}px`;
  }

  close() {
    this.box.close();
    this.selection.see(null);
    this.from?.focus?.({ preventScroll: true });
  }

  #key(event) {
    const buttons = [...this.box.querySelectorAll("li button")], at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (to !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
    else return;
    event.preventDefault(); event.stopPropagation();
  }
}
