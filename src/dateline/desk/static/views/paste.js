/* Paste a report and see it coded; nothing is kept. */

import { fill, make, one } from "../elements.js";
import { Reading } from "../reading.js";
import { say } from "../strings.js";
import { send } from "../twin.js";

/** Return the form; without a script it is posted to the page itself. */
export function pasteForm(text = "", published = "") {
  const sign = document.querySelector('meta[name="csrf"]')?.content;
  return make("form.paste-form", { action: "/paste", method: "post" }, sign && make("input", { type: "hidden", name: "csrf", value: sign }),
    make("label.aside", { for: "paste-text" }, say("paste-label")), make("textarea", { id: "paste-text", name: "text", rows: 6, required: true, dir: "auto", placeholder: say("paste-hint"), value: text }),
    make("footer", {}, make("label", {}, say("published"), " ", make("input", { type: "date", name: "published", value: published })), make("button.strong", { type: "submit" }, say("code-it"))));
}

export function show(main, page) {
  const top = make("section.paste"), below = make("div.paste-result"), box = make("div.paste-page", {}, top, below);
  fill(main, box);
  const draw = data => {
    fill(top, make("h1", {}, say("paste-title")), make("p.quiet", {}, say("paste-note")), pasteForm(data.text), data.samples?.length > 0 && !data.text && samples(data.samples));
    one("form", top).addEventListener("submit", submit);
    page.selection.choose(null);
    fill(below);
    if (data.error) fill(below, make("p.fault", { role: "alert" }, say("not-coded", { error: data.error })));
    else if (data.text) page.view = new Reading(below, data, page);
  };
  const submit = async event => {
    event.preventDefault();
    const form = event.target, button = one("button", form), given = Object.fromEntries(new FormData(form));
    button.disabled = true;
    fill(below, make("p.loading", { role: "status" }, say("coding")));
    try { draw({ ...await send("/paste.json", given), samples: page.data.samples }); below.scrollIntoView({ block: "start" }); } catch (fault) { fill(below, make("p.fault", { role: "alert" }, fault.message)); } finally { button.disabled = false; }
  };
  const samples = list => make("p.samples", {}, say("try"), " ", list.map(s => make("button", { type: "button", on: { click: () => { one("textarea", top).value = s.text; one("form", top).requestSubmit(); } } }, s.title)));
  page.keys.add("j", "next-record", () => page.view?.go?.(1)).add("k", "previous-record", () => page.view?.go?.(-1)).add("Escape", "let-go", () => page.selection.choose(null));
  draw(page.data);
  return page.view;
}
