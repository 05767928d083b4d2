/* Choose which value holds for a field of an incident; it stands in place of the rule's until it is taken back. */

import { fill, make } from "../elements.js";
import { fieldName, plainly, say } from "../strings.js";
import { SUGGESTED, suggesting } from "../suggest.js";
import { toast } from "../toast.js";
import { send } from "../twin.js";

const DAYS = new Set(["start"]), WORDS = new Set(["status"]);

/** Return what may be done with the claims of an incident; `again` shows the page anew. */
export function choosing(incident, again) {
  const rule = incident.rule.split("@")[0], now = field => incident.fields[field]?.value;
  const keep = async (field, value, note = "") => {
    try {
      const seen = now(field);
      await send("/review/choose", { incident: incident.id, field, value: String(value), rule, note, seen: String(seen ?? "") });
      await again();
      toast(say("did.choose", { field: fieldName(field), value: field === "status" ? plainly(value) : value }), { seconds: 12, label: say("act.undo"), does: () => back(field) });
    } catch (fault) { toast(fault.message); }
  };
  const back = async field => {
    try { await send("/review/unchoose", { incident: incident.id, field, rule }); await again(); toast(say("did.unchoose")); } catch (fault) { toast(fault.message); }
  };
  const other = async (field, value) => { const answer = await ask(field, value); if (answer) await keep(field, answer.value, answer.note); };
  return { take: keep, other, back };
}

/** Return the field for a value: a day, a number, or words; names of places and actors are completed. */
function valueInput(field, value) {
  if (field in SUGGESTED) {
    const { box, input } = suggesting(SUGGESTED[field], value, { id: "choose-value" });
    input.required = input.autofocus = true;
    return box;
  }
  const type = DAYS.has(field) ? "date" : WORDS.has(field) ? "text" : "number";
  return make("input", { id: "choose-value", name: "value", required: true, value: value ?? "", autofocus: true, dir: "auto", type, min: type === "number" ? "0" : null });
}

function ask(field, value) {
  return new Promise(resolve => {
    const box = make("dialog.ask", { "aria-labelledby": "choose-title" }), from = document.activeElement;
    let answer = null;
    const input = valueInput(field, value);
    const form = make("form", { id: "choose-form", on: { submit: e => { e.preventDefault(); const given = new FormData(form); answer = { value: given.get("value").trim(), note: given.get("note").trim() }; box.close(); } } },
      make("label", { for: "choose-value" }, fieldName(field)), input, make("label.next", { for: "choose-note" }, say("choose-why")), make("input", { id: "choose-note", name: "note", dir: "auto" }));
    fill(box, make("h2", { id: "choose-title" }, say("choose-title", { field: fieldName(field) })), form,
      make("footer", {}, make("button", { type: "button", on: { click: () => box.close() } }, say("cancel")), make("button.strong", { type: "submit", form: "choose-form" }, say("keep"))));
    box.addEventListener("close", () => { box.remove(); from?.focus?.({ preventScroll: true }); resolve(answer); });
    document.body.append(box);
    box.showModal();
  });
}
