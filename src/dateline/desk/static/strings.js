/* All words of the desk lie in strings.json; code names them by key. */

const STRINGS = await (await fetch(new URL("strings.json", import.meta.url))).json();
const plural = new Intl.PluralRules("en"), number = new Intl.NumberFormat("en");

export const count = n => number.format(n);

/** Return the words of a key, `{name}` filled in; `n` chooses between key.one and key.other. */
export function say(key, values = {}) {
  const words = STRINGS[key] ?? ("n" in values ? STRINGS[`${key}.${plural.select(values.n)}`] ?? STRINGS[`${key}.other`] : undefined);
  if (words === undefined) return key.split(".").pop();
  return words.replace(/\{(\w+)\}/g, (whole, name) => name in values ? typeof values[name] === "number" ? count(values[name]) : values[name] : whole);
}

/** Return the words of a key, or another's where there are none. */
export function sayOr(key, other) { return STRINGS[key] ?? other; }

/** Return a code as words: MATERIAL-CONFLICT, "third-party" → third party. */
export const plainly = code => sayOr(`code.${code}`, String(code ?? "").replaceAll("-", " ").toLowerCase());

/** Return the name of a field as people say it. */
export const fieldName = field => sayOr(`field.${field}`, plainly(field));
