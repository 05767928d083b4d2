/* Incidents on the map, in time and as a list; the rule by which events were joined can be changed. */

import { make, one } from "../elements.js";
import { say } from "../strings.js";
import { Explore } from "./explore.js";

const RULES = ["strict", "standard", "loose"];

export async function show(main, page) {
  document.body.classList.add("whole");
  const explore = new Explore(main, page), now = page.address.state.rule ?? (page.data.rule ?? "standard").split("@")[0];
  const choice = make("label.rule", {}, say("rule"), " ", make("select", { on: { change: e => { page.address.change({ rule: e.target.value }, { keep: true }); explore.load(); } } }, [...new Set([...RULES, now])].map(r => make("option", { value: r, selected: r === now }, r))));
  one(".bar .count", main).after(choice);
  await explore.load(page.data.shown === page.data.matching ? page.data : null);
  return explore;
}
