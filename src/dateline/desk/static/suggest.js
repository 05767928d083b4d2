/* Names as one types: suggestions from what the ledger knows, as a list box that the keyboard walks. */

import { fill, make } from "./elements.js";
import { read } from "./twin.js";
import { plainly, say } from "./strings.js";

/** The fields whose names are completed, and from which list. */
export const SUGGESTED = { actors: "actor", recipients: "actor", place: "place", said_by: "actor" };
const WAIT_MS = 60;

/**
 * Make a field with suggestions.
 *
 * @param kind "actor", "place" or another list of the server's; null for plain text
 * @param value what it holds at first
 * @returns the `box` to show, its `input`, and `where()`: where the place lies that was chosen, null where its name was typed
 */
export function suggesting(kind, value, { id = "value", name = "value" } = {}) {
  const list = make("ul.suggestions", { role: "listbox", id: `${id}-list`, hidden: true, "aria-label": say("suggestions") });
  const input = make("input", { id, name, value: value ?? "", autocomplete: "off", dir: "auto", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` });
  let at = -1, asked = 0, timer = 0;
  const options = () => [...list.children];
  const show = on => { list.hidden = !on; input.setAttribute("aria-expanded", String(on)); if (!on) { at = -1; input.removeAttribute("aria-activedescendant"); } };
  const told = kind === "place" && make("p.quiet.small", { role: "status" });
  let chosen = null;
  const where = () => chosen && chosen.value === input.value ? chosen.where : null;
  const tell = () => { if (told) fill(told, where() ? say("place-known", { ...where(), precision: plainly(where().precision), region: where().admin1 ?? where().country }) : input.value.trim() && input.value !== (value ?? "") ? say("place-typed") : ""); };
  const take = option => { const parts = input.value.split(";"); parts[parts.length - 1] = ` ${option.dataset.value}`; input.value = parts.join(";").trim(); chosen = { value: input.value, where: JSON.parse(option.dataset.where) }; tell(); show(false); input.focus(); };
  const mark = to => {
    at = (to + options().length) % options().length;
    options().forEach((o, n) => o.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", options()[at].id);
    options()[at].scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    const mine = asked += 1, typed = input.value.split(";").pop().trim();
    if (!kind || typed.length < 2) { show(false); return; }
    const found = await read("/complete", `?of=${encodeURIComponent(kind)}&q=${encodeURIComponent(typed)}`).catch(() => ({ names: [] }));
    if (mine !== asked || document.activeElement !== input) return;
    fill(list, found.names.map((r, n) => make("li", { id: `${id}-${n}`, role: "option", "aria-selected": "false", data: { value: r.name, where: JSON.stringify(r.where ?? null) }, on: { mousedown: e => { e.preventDefault(); take(e.currentTarget); } } }, make("span", { dir: "auto" }, r.name), make("small", {}, [r.told, r.country].filter(Boolean).join(" · ")))));
    show(found.names.length > 0);
  };
  input.addEventListener("input", () => { tell(); clearTimeout(timer); timer = setTimeout(ask, WAIT_MS); });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", e => {
    if (list.hidden) return;
    if (e.key === "ArrowDown") mark(at + 1); else if (e.key === "ArrowUp") mark(at <= 0 ? options().length - 1 : at - 1);
    else if (e.key === "Enter" && at >= 0) take(options()[at]); else if (e.key === "Escape") show(false); else return;
    e.preventDefault(); e.stopPropagation();
  });
  return { box: make("div.suggesting", {}, input, list, told), input, where };
}
