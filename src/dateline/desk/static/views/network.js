/* Who acts on whom: the most frequent pairs as a network, and the same pairs as a table. */

import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "../vendor/d3-force.js";
import { link, make } from "../elements.js";
import { filtersOf } from "../filters.js";
import { classNames, classOf } from "../paint.js";
import { filteredSheet, table } from "../sheets.js";
import { count, plainly, say } from "../strings.js";

const WIDE = 1000, HIGH = 620, STEPS = 260;

/** Lay the network out; the same data gives the same picture. */
export function layOut(given) {
  const nodes = given.nodes.map((n, i) => ({ ...n, r: 5 + Math.sqrt(n.events) * 2.4, x: WIDE / 2 + 220 * Math.cos(i * 2.4), y: HIGH / 2 + 150 * Math.sin(i * 2.4) })), known = new Set(nodes.map(n => n.id));
  const links = given.links.filter(l => known.has(l.source) && known.has(l.target)).map(l => ({ ...l }));
  const seed = () => { seed.at = (seed.at * 1664525 + 1013904223) % 4294967296; return seed.at / 4294967296; };
  seed.at = 7;
  forceSimulation(nodes).randomSource(seed).force("link", forceLink(links).id(n => n.id).distance(90).strength(0.35)).force("apart", forceManyBody().strength(-240))
    .force("middle", forceCenter(WIDE / 2, HIGH / 2)).force("x", forceX(WIDE / 2).strength(0.05)).force("y", forceY(HIGH / 2).strength(0.09)).force("room", forceCollide(n => n.r + 10)).stop().tick(STEPS);
  stretch(nodes, "x", 80, WIDE - 80);
  stretch(nodes, "y", 30, HIGH - 40);
  return { nodes, links };
}

/** Use the whole picture, so that labels have room. */
function stretch(nodes, axis, from, to) {
  const at = nodes.map(n => n[axis]), low = Math.min(...at), high = Math.max(...at);
  for (const n of nodes) n[axis] = high > low ? from + (n[axis] - low) / (high - low) * (to - from) : (from + to) / 2;
}

/** Return the class of most of a link's events. */
const mostly = types => classNames.concat("other").map(name => [name, types.filter(([t]) => classOf(t) === name).reduce((sum, [, n]) => sum + n, 0)]).sort((a, b) => b[1] - a[1])[0][0];

function curve({ source: a, target: b }) {
  const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy) || 1;
  if (a === b) return `M${a.x},${a.y - a.r} c-26,-34 26,-34 0,0`;
  const mx = (a.x + b.x) / 2 - dy * 0.12, my = (a.y + b.y) / 2 + dx * 0.12, end = [b.x - dx / far * (b.r + 5), b.y - dy / far * (b.r + 5)];
  return `M${a.x},${a.y} Q${mx},${my} ${end[0]},${end[1]}`;
}

function drawing(data) {
  const { nodes, links } = layOut(data), most = Math.max(1, ...links.map(l => l.events));
  const arrows = make("defs", {}, [...classNames, "other"].map(name => marker(name)));
  const lines = links.map(l => {
    const name = mostly(l.types), path = make("path.link", { class: name, d: curve(l), "marker-end": `url(#to-${name})`, "stroke-width": (1 + 4 * Math.sqrt(l.events / most)).toFixed(2) }, make("title", {}, told(l)));
    path.dataset.ends = JSON.stringify([l.source.id, l.target.id]);
    return path;
  });
  const dots = nodes.map(n => {
    const made = make("a", { href: link("/actor", { name: n.name }), class: "node", "aria-label": `${n.name}, ${say("n-events", { n: n.events })}` }, make("circle", { cx: n.x, cy: n.y, r: n.r }), make("text", { x: n.x, y: n.y + n.r + 12, "text-anchor": "middle" }, n.name.length > 26 ? `${n.name.slice(0, 25)}…` : n.name));
    made.dataset.id = n.id;
    return svgLink(made);
  });
  const picture = make("svg.network", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "group", "aria-label": say("network-name") }, arrows, lines, dots);
  const show = id => { for (const p of lines) p.classList.toggle("dim", !!id && !JSON.parse(p.dataset.ends).includes(id)); };
  picture.addEventListener("focusin", e => show(e.target.closest(".node")?.dataset.id));
  picture.addEventListener("focusout", () => show(null));
  picture.addEventListener("mouseover", e => show(e.target.closest(".node")?.dataset.id));
  return picture;
}

/** A link inside a drawing has to be of the drawing's kind. */
function svgLink(html) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "a");
  for (const { name, value } of html.attributes) made.setAttribute(name, value);
  made.append(...html.childNodes);
  return made;
}

function marker(name) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "marker"), tip = make("path", { d: "M0,0 L6,3 L0,6 z", class: name });
  for (const [key, value] of Object.entries({ id: `to-${name}`, viewBox: "0 0 6 6", refX: "5", refY: "3", markerWidth: "7", markerHeight: "7", markerUnits: "userSpaceOnUse", orient: "auto" })) made.setAttribute(key, value);
  made.append(tip);
  return made;
}

const told = l => `${l.source.name ?? l.source} → ${l.target.name ?? l.target}: ${count(l.events)} (${l.types.map(([t, n]) => `${plainly(t)} ${n}`).join(", ")})`;

export function show(main, page) {
  const { address } = page;
  return filteredSheet(main, page, data => {
    const name = id => data.nodes.find(n => n.id === id)?.name ?? id, state = filtersOf(address.state);
    const columns = [
      { label: say("column.who"), cell: l => make("a", { href: link("/actor", { name: name(l.source) }) }, name(l.source)) }, { label: say("column.whom"), cell: l => make("a", { href: link("/actor", { name: name(l.target) }) }, name(l.target)) },
      { label: say("column.events"), num: true, cell: l => make("a", { href: link("/events", { ...state, actor: name(l.source) }) }, count(l.events)) }, { label: say("column.types"), cell: l => l.types.map(([t, n]) => `${plainly(t)} ${n}`).join(", ") },
    ];
    if (!data.links.length) return make("p.empty", {}, say("nothing-passes"));
    return [make("p.quiet.small", {}, say("network-note", { n: data.counted })), make("ul.key.inline", { "aria-label": say("key") }, classNames.map(c => make("li", { class: c }, make("span.dot", { class: c }), make("span", {}, say(`class.${c}`))))), make("div.network-box", { tabindex: "0", role: "group", "aria-label": say("page.network") }, drawing(data)), table(say("page.network"), columns, data.links)];
  });
}
