/* The one way in which the desk makes elements: text is text, so that no report can put a tag into a page. */

const SVG = new Set(["svg", "g", "line", "path", "circle", "rect", "text", "title", "polygon", "defs", "pattern"]);

/**
 * Make an element.
 *
 * @param name its tag and classes: "a.card.event"
 * @param given attributes; `on` its listeners, `data` its data, `value`, `checked`, `disabled` and the like as properties
 * @param children elements and text, in lists as one likes; null, undefined and false are left out
 */
export function make(name, given = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const made = SVG.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  if (classes.length) made.setAttribute("class", classes.join(" "));
  for (const [key, value] of Object.entries(given)) give(made, key, value);
  made.append(...children.flat(9).filter(c => c !== null && c !== undefined && c !== false));
  return made;
}

const PROPERTIES = new Set(["value", "checked", "disabled", "open", "hidden", "selected", "indeterminate"]);

function give(made, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key === "on") for (const [event, does] of Object.entries(value)) made.addEventListener(event, does);
  else if (key === "data") Object.assign(made.dataset, value);
  else if (key === "class") made.classList.add(...String(value).split(" ").filter(Boolean));
  else if (PROPERTIES.has(key) && key in made) made[key] = value;
  else made.setAttribute(key, value === true ? "" : value);
}

/** Put children in place of what is there. */
export function fill(parent, ...children) { parent.replaceChildren(...children.flat(9).filter(c => c !== null && c !== undefined && c !== false)); return parent; }

/** Return the first element that a selector finds. */
export const one = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

let pinned = null;

/** Let all links of the page lead to the same earlier version of the data. */
export function pin(version) { pinned = version; }

/** Return a link inside the desk: a path and the query's values, lists repeated. */
export function link(path, query = {}) {
  const out = new URLSearchParams(pinned ? { v: pinned } : {});
  for (const [key, value] of Object.entries(query)) for (const one of [].concat(value ?? [])) if (one !== "") out.append(key, one);
  return path + (out.size ? `?${out}` : "");
}
