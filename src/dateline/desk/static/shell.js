/* The frame of every page: theme, menu, list of keys. */

import { all, fill, make, one } from "./elements.js";
import { keyName } from "./keys.js";
import { say } from "./strings.js";

const THEME = "dateline.theme";

export function startShell(page) {
  one("#theme")?.addEventListener("click", switchTheme);
  one("#ask")?.addEventListener("click", () => showKeys(page));
  page.keys.add("?", "help", () => showKeys(page)).add("/", "search", () => one("#q")?.focus()).add("t", "theme", switchTheme);
  document.addEventListener("click", e => { for (const open of all("details.more[open], details.burger[open], details.filter-form[open]")) if (!open.contains(e.target)) open.open = false; });
  document.addEventListener("keydown", e => {
    if (e.key !== "Escape") return;
    for (const open of all("details.more[open], details.burger[open], details.filter-form[open]")) { open.open = false; one("summary", open).focus(); }
  });
  one(".skip")?.addEventListener("click", e => { e.preventDefault(); one("#main").focus(); });
}

function switchTheme() {
  const root = document.documentElement, next = root.dataset.theme === "dark" ? "light" : "dark";
  root.dataset.theme = next;
  try { localStorage.setItem(THEME, next); } catch { /* a page that may keep nothing still switches */ }
}

/** Show the keys of the page, each of which can be given another. */
export function showKeys(page) {
  const box = make("dialog.keys", { "aria-labelledby": "keys-title" }), draw = () => fill(box, content(page, box, draw));
  draw();
  document.body.append(box);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", e => { if (e.target === box) box.close(); });
  box.showModal();
  box.scrollTop = 0;
}

function content(page, box, draw) {
  const rows = page.keys.list.map(([name, key]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`does.${name}`), " ", remap(page, name, draw))]);
  const fixed = (page.view?.fixedKeys ?? []).map(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)]);
  return [
    make("h2", { id: "keys-title" }, say("keys")), make("dl", {}, rows, fixed),
    make("p.quiet.small", {}, say("keys-note")),
    make("footer", {}, make("button", { type: "button", on: { click: () => { page.keys.reset(); draw(); } } }, say("keys-reset")),
      make("button.strong", { type: "button", on: { click: () => box.close() } }, say("close"))),
  ];
}

function remap(page, name, draw) {
  const change = make("button.plain.small", { type: "button", "aria-label": say("key-change", { name: say(`does.${name}`) }) }, say("change"));
  change.addEventListener("click", () => {
    change.textContent = say("press-key");
    change.addEventListener("keydown", e => {
      if (["Tab", "Shift", "Control", "Alt", "Meta"].includes(e.key)) return;
      e.preventDefault(); e.stopPropagation();
      if (e.key !== "Escape") page.keys.remap(name, keyName(e));
      draw();
    }, { once: true });
  });
  return change;
}
