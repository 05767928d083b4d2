/* Add an event that the coder missed: select the words that tell it, then say what it is. Taken back with undo. */

import { fill, make } from "../elements.js";
import { positions } from "../points.js";
import { fieldName, plainly, say } from "../strings.js";
import { suggesting } from "../suggest.js";
import { toast } from "../toast.js";
import { send } from "../twin.js";
import { CHOICES } from "./dialogs.js";

const COMPLETED = [["actors", "actor"], ["recipients", "actor"], ["place", "place"]];

/** Return the span in UTF-16 units that is selected within the words of a report, blanks at its ends left out; null for none. */
export function selectedSpan(words, text) {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0), touched = [...words.querySelectorAll(".g")].filter(g => range.intersectsNode(g));
  if (!touched.length || !words.contains(range.commonAncestorContainer)) return null;
  const at = (piece, node, offset, other) => piece.contains(node) && node.nodeType === Node.TEXT_NODE ? +piece.dataset.s + offset : other;
  let start = at(touched[0], range.startContainer, range.startOffset, +touched[0].dataset.s), end = at(touched.at(-1), range.endContainer, range.endOffset, +touched.at(-1).dataset.e);
  while (start < end && /\s/.test(text[start])) start += 1;
  while (end > start && /\s/.test(text[end - 1])) end -= 1;
  return start < end ? [start, end] : null;
}

/** Offer to add an event where words are selected; `add()` asks for it, `again` shows the report anew. */
export class Adding {
  constructor(words, data, { again }) {
    Object.assign(this, { words, data, again });
    this.offer = make("button.strong.small.offer", { type: "button", hidden: true, on: { mousedown: e => e.preventDefault(), click: () => this.add() } }, say("add-event"), " ", make("kbd", {}, "m"));
    words.parentElement.append(this.offer);
    this.look = () => this.#look();
    document.addEventListener("selectionchange", this.look);
  }

  close() { document.removeEventListener("selectionchange", this.look); this.offer.remove(); }

  #look() {
    if (!this.words.isConnected) { this.close(); return; }
    const span = selectedSpan(this.words, this.data.text);
    this.offer.hidden = !span;
    if (!span) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect(), column = this.words.parentElement, frame = column.getBoundingClientRect();
    this.offer.style.top = `${box.bottom - frame.top + column.scrollTop + 6}px`;
    this.offer.style.left = `${Math.max(8, Math.min(box.left - frame.left, frame.width - 170))}px`;
  }

  /** Ask what the selected words tell, and keep it. */
  async add() {
    const span = selectedSpan(this.words, this.data.text);
    if (!span) { toast(say("add-help")); return; }
    const said = await ask(this.data.text.slice(...span), this.data.report?.published);
    if (!said) return;
    const { point } = positions(this.data.text);
    try {
      const answer = await send("/review/add", { report: this.data.id, start_at: point(span[0]), stop_at: point(span[1]), ...said });
      getSelection().removeAllRanges();
      await this.again(answer.records[0]?.id);
      toast(say("did.add"), { seconds: 12, label: say("act.undo"), does: async () => { await send("/review/undo", {}); await this.again(null); } });
    } catch (fault) { toast(fault.message); }
  }
}

function ask(quote, published) {
  return new Promise(resolve => {
    const box = make("dialog.ask", { "aria-labelledby": "add-title" }), from = document.activeElement;
    let answer = null;
    const option = (values, first) => [first !== null && make("option", { value: "" }, first), values.map(v => make("option", { value: v }, plainly(v)))];
    const field = (name, made) => make("div", {}, make("label", { for: `add-${name}` }, fieldName(name)), made);
    const completed = COMPLETED.map(([name, kind]) => [name, suggesting(kind, "", { id: `add-${name}`, name })]), place = completed.at(-1)[1];
    const number = name => make("input", { id: `add-${name}`, name, type: "number", min: "0", step: "1" });
    const form = make("form.code-form", { id: "add-form", on: { submit: e => { e.preventDefault(); answer = Object.fromEntries([...new FormData(form)].filter(([, v]) => v)); if (place.where()) answer.where = place.where(); box.close(); } } },
      field("type", make("select", { id: "add-type", name: "type", required: true, autofocus: true }, option(CHOICES.type, say("add-which")))), field("status", make("select", { id: "add-status", name: "status" }, option(CHOICES.status, null))),
      completed.map(([name, { box }]) => field(name, box)), field("start", make("input", { id: "add-start", name: "start", type: "date", max: published ?? null })), field("killed_low", number("killed_low")), field("killed_high", number("killed_high")),
      make("div.note", {}, make("label", { for: "add-note" }, say("note")), make("input", { id: "add-note", name: "note", dir: "auto" })));
    fill(box, make("h2", { id: "add-title" }, say("add-title")), make("blockquote", { dir: "auto" }, quote), form,
      make("footer", {}, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")), make("button.strong", { type: "submit", form: "add-form" }, say("keep"))));
    box.addEventListener("close", () => { box.remove(); from?.focus?.({ preventScroll: true }); resolve(answer); });
    document.body.append(box);
    box.showModal();
  });
}
