/* What a mark looks like, on the map and on the timeline alike: colour and shape say the class of what was done, filling
   says whether it happened. Colour never stands alone. */

const CLASSES = {
  "verbal-cooperation": ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
  "material-cooperation": ["COOPERATE", "AID", "RETREAT"],
  "verbal-conflict": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
  "material-conflict": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
};
const CLASS_OF = Object.fromEntries(Object.entries(CLASSES).flatMap(([name, types]) => types.map(type => [type, name])));
const OPEN = new Set(["planned", "hypothetical", "set", "moved"]);
const STRUCK = new Set(["negated", "denied", "prevented", "cancelled"]);

export const classNames = Object.keys(CLASSES);
export const classOf = type => CLASS_OF[type] ?? "other";
export const isOpen = status => OPEN.has(status);
export const isStruck = status => STRUCK.has(status);

const SHAPES = {
  "material-conflict": (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
  "verbal-conflict": (c, x, y, r) => polygon(c, x, y, r * 1.25, 4, 0),
  "verbal-cooperation": (c, x, y, r) => polygon(c, x, y, r * 1.28, 3, -Math.PI / 2),
  "material-cooperation": (c, x, y, r) => polygon(c, x, y, r * 1.22, 4, Math.PI / 4),
  other: (c, x, y, r) => c.arc(x, y, r * 0.8, 0, 2 * Math.PI),
};

function polygon(context, x, y, r, corners, turn) {
  for (let n = 0; n < corners; n += 1) {
    const angle = turn + n * 2 * Math.PI / corners;
    context[n ? "lineTo" : "moveTo"](x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  context.closePath();
}

/** Add a mark's outline to the path that is open. */
export function trace(context, name, x, y, r) { (SHAPES[name] ?? SHAPES.other)(context, x, y, r); }

const CHUNK = 100, TINY = 2.4;

/**
 * Draw marks of one class and filling ("full", "open", "struck") at spots [x, y].
 *
 * A path's cost grows faster than its parts, so that thousands of marks go in pieces; those too small for a shape are squares.
 */
export function drawShapes(context, name, filled, spots, radius, palette) {
  const colour = palette.classes[name], full = filled === "full";
  context.fillStyle = full || radius < TINY ? colour : palette.card;
  if (radius < TINY) {
    for (const [x, y] of spots) context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    return;
  }
  context.strokeStyle = full ? palette.card : colour;
  context.lineWidth = full ? Math.min(1, radius / 4) : Math.min(1.6, radius / 2.5);
  for (let from = 0; from < spots.length; from += CHUNK) {
    context.beginPath();
    for (const [x, y] of spots.slice(from, from + CHUNK)) { context.moveTo(x + radius, y); trace(context, name, x, y, radius); }
    context.fill();
    context.stroke();
  }
  if (filled === "struck") strike(context, spots, radius);
}

function strike(context, spots, radius) {
  context.beginPath();
  for (const [x, y] of spots) { context.moveTo(x - radius - 2, y + radius + 2); context.lineTo(x + radius + 2, y - radius - 2); }
  context.stroke();
}

/** The colours of the page as it is now, for drawing on a canvas. */
export class Palette {
  #listeners = new Set();

  constructor(root = document.documentElement) {
    this.root = root;
    this.read();
    const again = () => { this.read(); for (const listener of this.#listeners) listener(); };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    for (const turn of ["beforeprint", "afterprint"]) addEventListener(turn, again);
    new MutationObserver(again).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  }

  read() {
    const style = getComputedStyle(this.root), value = name => style.getPropertyValue(name).trim();
    this.ink = value("--ink"); this.soft = value("--soft"); this.faint = value("--faint"); this.edge = value("--edge");
    this.paper = value("--paper"); this.card = value("--card"); this.accent = value("--accent");
    this.land = value("--land"); this.sea = value("--sea"); this.coast = value("--coast"); this.border = value("--border");
    this.classes = Object.fromEntries([...classNames, "other"].map(name => [name, value(`--${name}`)]));
    this.sans = value("--sans");
  }

  /** Return a font of the page's own. */
  type(size, weight = 400) { return `${weight} ${size}px ${this.sans}`; }

  listen(listener) { this.#listeners.add(listener); return () => this.#listeners.delete(listener); }
}

/**
 * A canvas and its size: asked for once, and again where its box has changed. Marks, lines and words grow with the page's
 * own type: a unit of drawing is a sixteenth of its font size, one pixel on most screens and more on very wide ones.
 */
export class Sheet {
  width = 0;

  constructor(canvas, changed) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    new ResizeObserver(() => { this.#measure(); changed(); }).observe(canvas);
    this.#measure();
  }

  /** Give the canvas the size of its box in device pixels; drawing goes in units. */
  #measure() {
    const { canvas } = this;
    this.unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    this.width = canvas.clientWidth / this.unit; this.height = canvas.clientHeight / this.unit; this.ratio = Math.min(3, devicePixelRatio || 1) * this.unit;
    canvas.width = Math.round(this.width * this.ratio);
    canvas.height = Math.round(this.height * this.ratio);
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
  }

  /** Return where on the canvas something happened, in units. */
  spot({ clientX, clientY }) { const box = this.canvas.getBoundingClientRect(); return [(clientX - box.left) / this.unit, (clientY - box.top) / this.unit]; }

  /** Return a spot of the canvas in pixels. */
  pixels([x, y]) { return [x * this.unit, y * this.unit]; }
}

/** Run a drawing at most once a frame, however often it is asked for; before a page is printed at once, since no frame comes. */
export function framed(draw) {
  let asked = 0;
  return () => {
    if (document.documentElement.classList.contains("paper")) draw();
    else asked ||= requestAnimationFrame(() => { asked = 0; draw(); });
  };
}
