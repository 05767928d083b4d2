/* A short word at the foot of the page, said aloud as well; it can carry a way back. */

import { make } from "./elements.js";
import { say } from "./strings.js";

let shown = null;

export function toast(words, { does = null, label = "", seconds = 6 } = {}) {
  const live = document.getElementById("live");
  if (live) live.textContent = words;
  shown?.remove();
  shown = make("section.toast", { "aria-label": say("notice") }, words, does && make("button", { type: "button", on: { click: () => { shown?.remove(); does(); } } }, label));
  document.body.append(shown);
  const mine = shown;
  setTimeout(() => mine.remove(), seconds * 1000);
}
