/* The map's plane is drawn once; the camera says which part of it is on screen: x on screen = x on the plane · k + x. */

export const LEAST = 0.18, MOST = 400;

export const held = k => Math.max(LEAST, Math.min(MOST, k));

/** Return the camera that shows a box of the plane within a screen; `foot` pixels at its foot are kept free. */
export function fit([[left, top], [right, bottom]], { width, height }, { room = 40, most = 24, foot = 0 } = {}) {
  const wide = Math.max(1e-6, right - left), high = Math.max(1e-6, bottom - top);
  const k = held(Math.min(most, (width - 2 * room) / wide, (height - foot - 2 * room) / high));
  return { k, x: width / 2 - k * (left + right) / 2, y: (height - foot) / 2 - k * (top + bottom) / 2 };
}

/** Return the camera nearer or farther, the point of the screen under the pointer held fast. */
export function zoom(camera, by, [x, y]) {
  const k = held(camera.k * by), f = k / camera.k;
  return { k, x: x - (x - camera.x) * f, y: y - (y - camera.y) * f };
}

export const pan = (camera, dx, dy) => ({ ...camera, x: camera.x + dx, y: camera.y + dy });
export const toScreen = (camera, [x, y]) => [x * camera.k + camera.x, y * camera.k + camera.y];
export const toPlane = (camera, [x, y]) => [(x - camera.x) / camera.k, (y - camera.y) / camera.k];

/** Return the camera that shows a spot of the plane in the middle. */
export function centre([px, py], k, { width, height }) { return { k, x: width / 2 - px * k, y: height / 2 - py * k }; }
