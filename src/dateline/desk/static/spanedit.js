/* The ends of a record's words, to be dragged or moved with the arrow keys. What comes of it is a person's correction. */

import { make } from "./elements.js";
import { positions } from "./points.js";
import { say } from "./strings.js";

const WORD = /[\p{L}\p{N}]/u;

/** Return the end of the word at a unit, in a direction, so that a drag takes whole words. */
export function wordEnd(text, unit, side) {
  let at = Math.max(0, Math.min(text.length, unit));
  if (side === "end") while (at < text.length && WORD.test(text[at]) && at > 0 && WORD.test(text[at - 1])) at += 1;
  else while (at > 0 && WORD.test(text[at - 1]) && at < text.length && WORD.test(text[at])) at -= 1;
  return at;
}

/** Return the next place where a word begins or ends. */
export function nextEdge(text, unit, by) {
  let at = unit + by;
  while (at > 0 && at < text.length && WORD.test(text[at]) === WORD.test(text[at - 1])) at += by;
  return Math.max(0, Math.min(text.length, at));
}

/** Return the unit of the text at a spot of the screen, or null. */
function unitAt(box, x, y) {
  const caret = document.caretPositionFromPoint?.(x, y) ?? legacy(x, y), piece = caret && (caret.offsetNode.nodeType === 3 ? caret.offsetNode.parentElement : caret.offsetNode).closest?.(".g");
  return piece && box.contains(piece) ? +piece.dataset.s + (caret.offsetNode.nodeType === 3 ? caret.offset : 0) : null;
}

function legacy(x, y) {
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}

/** Put handles at both ends of a span (in UTF-16 units); `changed` gets the new one in code points. */
export class SpanEdit {
  constructor(words, text, span, changed) {
    Object.assign(this, { words, text, span: [...span], first: [...span], changed });
    this.handles = ["start", "end"].map((side, n) => this.#handle(side, n));
    words.classList.add("editing");
    words.parentElement.append(...this.handles);
    this.#draw();
    this.watch = new ResizeObserver(() => this.#draw());
    this.watch.observe(words);
  }

  #handle(side, n) {
    const handle = make("button.handle", { type: "button", class: side, "aria-label": say(`span-${side}`), title: say(`span-${side}`) });
    handle.addEventListener("pointerdown", e => { handle.setPointerCapture(e.pointerId); e.preventDefault(); handle.focus({ preventScroll: true }); });
    handle.addEventListener("pointermove", e => {
      if (!handle.hasPointerCapture(e.pointerId)) return;
      handle.style.pointerEvents = "none";
      const unit = unitAt(this.words, e.clientX, e.clientY);
      handle.style.pointerEvents = "";
      if (unit !== null) this.#move(n, wordEnd(this.text, unit, side));
    });
    handle.addEventListener("pointerup", () => this.#tell());
    handle.addEventListener("keydown", e => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
      if (!by) return;
      this.#move(n, e.shiftKey ? this.span[n] + by : nextEdge(this.text, this.span[n], by));
      this.#tell();
      e.preventDefault(); e.stopPropagation();
    });
    return handle;
  }

  #move(n, unit) {
    const next = [...this.span];
    next[n] = unit;
    if (next[0] >= next[1]) return;
    this.span = next;
    this.#draw();
  }

  #tell() {
    const { point } = positions(this.text);
    this.changed(this.span.map(point), this.text.slice(...this.span));
  }

  get moved() { return this.span[0] !== this.first[0] || this.span[1] !== this.first[1]; }

  /** Light the words between the handles, and put the handles at their ends. */
  #draw() {
    const range = this.#range();
    if (!range) return;
    if (globalThis.Highlight && CSS.highlights) CSS.highlights.set("span-edit", new Highlight(range));
    const boxes = [...range.getClientRects()].filter(b => b.width), frame = this.words.parentElement.getBoundingClientRect(), { scrollTop } = this.words.parentElement;
    if (!boxes.length) return;
    const put = (handle, x, box) => { handle.style.left = `${x - frame.left}px`; handle.style.top = `${box.top - frame.top + scrollTop}px`; handle.style.height = `${box.height}px`; };
    put(this.handles[0], boxes[0].left, boxes[0]);
    put(this.handles[1], boxes.at(-1).right, boxes.at(-1));
  }

  #range() {
    const from = this.#spot(this.span[0]), to = this.#spot(this.span[1]);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  #spot(unit) {
    for (const piece of this.words.querySelectorAll(".g")) if (+piece.dataset.s <= unit && unit <= +piece.dataset.e && piece.firstChild) return [piece.firstChild, unit - +piece.dataset.s];
    return null;
  }

  close() {
    this.watch.disconnect();
    CSS.highlights?.delete("span-edit");
    this.words.classList.remove("editing");
    for (const handle of this.handles) handle.remove();
  }
}
