/** Of headers that need no preflight for their name alone: a value for which they do. */
const unsafeValues: Readonly<Record<string, string>> = {
  accept: '"',
  "accept-language": '"',
  "content-language": '"',
  "content-type": "application/json",
  range: "bytes=-1",
};

/**
 * What a header's value must be like for a preflight to ask for the header, where only its name was seen.
 * @param name in any case
 * @returns three asterisks, as for a secret, where the name is enough
 */
export function unsafeValueOf(name: string): string {
  const own = name.toLowerCase();
  // A header may be called as what every object has: "constructor".
  return (Object.hasOwn(unsafeValues, own) && unsafeValues[own]) || "***";
}
