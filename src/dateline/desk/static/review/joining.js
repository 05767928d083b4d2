/* Say that two incidents are one, or that some events of one are another happening: looked at first, taken back with undo. */

import { all, fill, link, make } from "../elements.js";
import { plainly, say } from "../strings.js";
import { toast } from "../toast.js";
import { read, send } from "../twin.js";

function preview(title, body, accept) {
  return new Promise(resolve => {
    const box = make("dialog.ask", { "aria-labelledby": "join-title" }), note = make("input", { id: "join-note", name: "note" });
    let answer = null;
    fill(box, make("h2", { id: "join-title" }, title), body, make("label", { for: "join-note" }, say("why-so")), note,
      make("footer", {}, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")), make("button.strong", { type: "button", on: { click: () => { answer = { note: note.value.trim() }; box.close(); } } }, accept)));
    box.addEventListener("close", () => { box.remove(); resolve(answer); });
    document.body.append(box);
    box.showModal();
  });
}

async function keep(path, body, words, again) {
  try {
    await send(path, body);
    await again();
    toast(words, { seconds: 20, label: say("act.undo"), does: async () => { await send("/review/undo", {}); await again(); } });
  } catch (fault) { toast(fault.message); }
}

/** Return what joins the incident with another: those that may be one with it, and a field for any id. */
export function mergeBox(incident, held, again) {
  const merge = async other => {
    try {
      const found = await read("/merge", `?one=${encodeURIComponent(incident.id)}&other=${encodeURIComponent(other)}`);
      const body = [make("p", {}, say("merge-would", { events: found.events, n: found.reports })), found.differing.length > 0 && make("table", {}, make("tbody", {}, found.differing.map(d => make("tr", {}, make("th", { scope: "row" }, plainly(d.field)), make("td", {}, String(d.one ?? say("nothing"))), make("td", {}, String(d.other ?? say("nothing")))))))];
      const answer = await preview(say("merge-title"), body, say("merge"));
      if (answer) await keep("/review/merge", { one: incident.id, other, ...answer }, say("did.merge"), again);
    } catch (fault) { toast(fault.message); }
  };
  const form = make("form.join-form", { on: { submit: e => { e.preventDefault(); merge(new FormData(e.target).get("other").trim()); } } }, make("label", { for: "join-other" }, say("merge-with")), make("input", { id: "join-other", name: "other", required: true, placeholder: "i-…", pattern: "i-.+" }), make("button", { type: "submit" }, say("merge-look")));
  return make("section.block", {}, make("h2", {}, say("may-be-one")), held.length > 0 && make("ul", {}, held.map(h => make("li", {}, make("a", { href: link("/incident", { id: h.incident }) }, h.title ?? h.incident), h.score !== undefined && make("span.quiet", {}, ` ${h.score.toFixed(2)}`), " ", make("button.small", { type: "button", on: { click: () => merge(h.incident) } }, say("merge-look"))))), form);
}

/** Return the bar that parts the events that are ticked from the others. */
export function splitBar(incident, box, again) {
  const button = make("button", { type: "button", disabled: true }, say("split-look"));
  const ticked = () => all("input[name=event]:checked", box).map(i => i.value);
  box.addEventListener("change", () => { const n = ticked().length; button.disabled = n === 0 || n === incident.events.length; });
  button.addEventListener("click", async () => {
    const events = ticked(), query = new URLSearchParams({ id: incident.id });
    for (const event of events) query.append("event", event);
    try {
      const found = await read("/split", `?${query}`);
      const part = (words, list) => make("section", {}, make("h3", {}, words), make("ul", {}, list.map(e => make("li", {}, typeof e === "string" ? e : e.words ?? e.id))));
      const answer = await preview(say("split-title"), make("div.pair", {}, part(say("split-stay"), found.stay), part(say("split-go"), found.go)), say("split"));
      if (answer) await keep("/review/split", { id: incident.id, event: events, ...answer }, say("did.split"), again);
    } catch (fault) { toast(fault.message); }
  });
  return make("p.split-bar", {}, button, " ", make("span.quiet.small", {}, say("split-help")));
}

/** Return the column with a box to tick for each event. */
export const tickColumn = { label: say("split-column"), cell: r => make("input", { type: "checkbox", name: "event", value: r.id, "aria-label": say("split-tick", { id: r.id }) }) };

