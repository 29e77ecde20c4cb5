export interface Found<Value> {
  index: number;
  phrase: string;
  value: Value;
}

/**
 * Finds phrases in texts, in time that grows with the texts and not with the number of phrases.
 * @param phrases each with what stands for it, the last where it is there twice; of two that begin at the same place the
 * longer is found
 */
export function phraseFinder<Value>(phrases: Iterable<readonly [string, Value]>): (text: string) => Found<Value>[] {
  // By their first two characters: with the first alone, hundreds of Chinese ones are to be looked at for a character.
  const byStart = new Map<string, [string, Value][]>();
  for (const [phrase, value] of new Map(phrases)) {
    if (phrase === "") continue;
    const start = phrase.slice(0, 2);
    const others = byStart.get(start);
    if (others) others.push([phrase, value]);
    else byStart.set(start, [[phrase, value]]);
  }
  for (const list of byStart.values()) list.sort(([a], [b]) => b.length - a.length);
  const firsts = new Set([...byStart.keys()].map((start) => start.charCodeAt(0)));
  return (text) => {
    const startingAt = (index: number) =>
      byStart.get(text.slice(index, index + 2))?.find(([phrase]) => text.startsWith(phrase, index)) ??
      byStart.get(text[index] as string)?.[0];
    const found: Found<Value>[] = [];
    for (let index = 0; index < text.length; ) {
      // Asked of each character, and seldom so: it has to be cheap.
      const hit = firsts.has(text.charCodeAt(index)) ? startingAt(index) : undefined;
      if (hit) found.push({ index, phrase: hit[0], value: hit[1] });
      index += hit?.[0].length ?? 1;
    }
    return found;
  };
}
