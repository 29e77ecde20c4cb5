/**
 * Remembers what a look-up gave, for as long as a build lasts: the content is the same on every page
 * of it, and pages that each went through all of it would take quadratic time. `npm run dev` looks
 * anew each time, since the content changes under it.
 * @param look asks the content: for a key such as a language, or for all
 */
export function oncePerBuild<Key extends [] | [key: string], Value>(
  look: (...key: Key) => Value,
): (...key: Key) => Value {
  const known = new Map<string | undefined, Value>();
  return (...key) => {
    if (import.meta.env.DEV) return look(...key);
    if (!known.has(key[0])) known.set(key[0], look(...key));
    return known.get(key[0]) as Value;
  };
}
