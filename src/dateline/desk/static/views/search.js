/* Reports by their words, the best first, with the words where they stand. */

import { fill, link, make, one } from "../elements.js";
import { counted } from "../sheets.js";
import { say } from "../strings.js";

export function show(main, { data }) {
  const box = one("#q");
  if (box) box.value = data.q ?? "";
  const hits = data.rows.map(row => make("li", {}, make("h2", {}, make("a", { href: link("/report", { id: row.id }), dir: "auto" }, row.title || row.id)),
    make("p.snippet", { dir: "auto" }, row.snippet.map(([words, hit]) => hit ? make("mark", {}, words) : words)),
    make("p.quiet.small", {}, [row.source, row.published, say("n-events", { n: row.events ?? 0 })].filter(Boolean).join(" · "))));
  fill(main, make("div.sheet", {}, make("header", {}, make("h1", {}, data.q ? say("search-for", { q: data.q }) : say("page.search")), data.q && counted({ ...data, total: data.matching })),
    data.q ? hits.length ? make("ol.hits", {}, hits) : make("p.empty", {}, say("no-hits")) : make("p.empty", {}, say("search-help"))));
  return null;
}
