/* The second coder, blind: words and a form, and nothing of what the coder or a colleague says of them. */

import { fill, make, one } from "../elements.js";
import { plainly, say } from "../strings.js";
import { suggesting } from "../suggest.js";
import { toast } from "../toast.js";
import { send } from "../twin.js";

const SUGGESTED = { actors: "actor", recipients: "actor", place: "place" };

function field({ field: name, values }) {
  const id = `code-${name}`, label = make("label", { for: id }, say(`field.${name}`));
  if (values) return make("div", {}, label, make("select", { id, name }, make("option", { value: "" }, say("none")), values.map(v => make("option", { value: v }, plainly(v)))));
  if (name === "start") return make("div", {}, label, make("input", { id, name, type: "date" }));
  if (name.startsWith("killed")) return make("div", {}, label, make("input", { id, name, type: "number", min: "0" }));
  return make("div", {}, label, suggesting(SUGGESTED[name] ?? null, "", { id, name }).box);
}

function words({ text, js: [start, end], cut: [before, behind] }) {
  return make("p.words.blind", { dir: "auto" }, before && "… ", text.slice(0, start), make("mark", {}, text.slice(start, end)), text.slice(end), behind && " …");
}

export function show(main, page) {
  const { data, editor } = page, items = [...data.items], box = make("div.second");
  fill(main, make("div.sheet", {}, make("header", {}, make("h1", {}, say("page.second")), make("p.count", { role: "status" })), make("p.quiet", {}, say("second-note")), box));
  const draw = () => {
    const [item] = items;
    fill(one(".count", main), say("n-records", { n: items.length }));
    if (!item) { fill(box, make("p.empty", {}, make("strong", {}, say("second-empty")), make("a", { href: "/agreement" }, say("page.agreement")))); return; }
    const form = make("form.code-form", {}, data.fields.map(field), make("div.note", {}, make("label", { for: "code-note" }, say("note")), make("input", { id: "code-note", name: "note" })),
      make("footer", {}, make("button", { type: "button", on: { click: () => { items.push(items.shift()); draw(); } } }, say("act.skip")), make("button", { type: "button", on: { click: () => keep({ none: 1 }) } }, say("no-event")), make("button.strong", { type: "submit" }, say("keep"))));
    const keep = async codes => {
      try { await send("/review/code", { record: item.record, ...codes }); items.shift(); toast(say("did.code")); draw(); } catch (fault) { toast(fault.message); }
    };
    form.addEventListener("submit", e => { e.preventDefault(); keep(Object.fromEntries([...new FormData(form)].filter(([, v]) => v))); });
    fill(box, make("p.meta", {}, [item.title, item.source, item.published].filter(Boolean).join(" · "), item.flagged && make("span.chip", {}, say("done.flag"))), words(item), editor ? form : make("p.sample", {}, say("read-only")));
    one("select, input", form)?.focus({ preventScroll: true });
  };
  draw();
  return null;
}
