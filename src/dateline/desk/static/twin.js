/* The twin of a page: its data as JSON. */

export class Fault extends Error {}

/** Fetch a page's data. */
export async function read(path, query = "") {
  const search = typeof query === "string" ? query : `?${new URLSearchParams(query)}`;
  return answer(await fetch(`${path === "/" ? "/home" : path}.json${search}`, { headers: { accept: "application/json" } }));
}

/** Send a decision; the server takes it only with the page's own sign. */
export async function send(path, body) {
  const sign = document.querySelector('meta[name="csrf"]')?.content ?? "";
  return answer(await fetch(path, {
    method: "POST", headers: { "content-type": "application/json", "x-csrf": sign }, body: JSON.stringify(body),
  }));
}

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) throw new Fault(body.error ?? `${response.status} ${response.statusText}`);
  return body;
}
