import { Converter } from "opencc-js/t2cn";
import type { Words } from "../../search/cut.ts";

/**
 * The simplified characters that people type for the traditional ones of the site, each before the one it stands for.
 * Where one stands for several (发: 發, 髮), the site's most frequent. A character that the site has itself as often
 * stands for itself: 内 stands in Japanese words only.
 * @param texts all words that queries are understood with
 * @param words those of the index, with the number of places that have them
 */
export function simplifiedCharacters(texts: readonly string[], words: Words): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const character of text.match(/\p{Script=Han}/gu) ?? []) {
      counts.set(character, (counts.get(character) ?? 0) + (words.get(text) ?? 0));
    }
  }
  const simplify = Converter({ from: "tw", to: "cn" });
  const pairs = new Map<string, string>([["臺", "台"]]);
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  for (const [character] of byCount) {
    const simplified = simplify(character);
    if ((counts.get(simplified) ?? -1) >= (counts.get(character) ?? 0) || pairs.has(simplified)) continue;
    pairs.set(simplified, character);
  }
  return [...pairs].flat().join("");
}
