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
  const byFirst = new Map<string, [string, Value][]>();
  for (const [phrase, value] of new Map(phrases)) {
    const first = phrase[0];
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others) others.push([phrase, value]);
    else byFirst.set(first, [[phrase, value]]);
  }
  for (const list of byFirst.values()) list.sort(([a], [b]) => b.length - a.length);
  return (text) => {
    const found: Found<Value>[] = [];
    for (let index = 0; index < text.length; ) {
      const hit = byFirst.get(text[index] as string)?.find(([phrase]) => text.startsWith(phrase, index));
      if (hit) found.push({ index, phrase: hit[0], value: hit[1] });
      index += hit?.[0].length ?? 1;
    }
    return found;
  };
}
