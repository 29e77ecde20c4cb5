import type { Section } from "./sections.ts";

/** What has happened to a section of the source. */
export type ChangeKind = "changed" | "new" | "removed" | "renamed" | "split" | "merged" | "moved";

/** One thing that a translator has to look at. */
export interface Change {
  kind: ChangeKind;
  /** The section's id in the source as it is now; of one that is removed, its last. */
  id: string;
  /** Its heading in the source; empty where it has none. */
  title: string;
  /** All sections that it is about, by the ids that they had: a translation has them under these. */
  were: readonly string[];
  /** Of what is split, what else it has become; of what is merged, what else it was; of what is renamed, its old id. */
  others: readonly string[];
  /** Whether its words have changed, too, where the kind says something else. */
  reworded: boolean;
  /** Whether it stands elsewhere, too. */
  moved: boolean;
  before: readonly Section[];
  now: readonly Section[];
}

/**
 * What has changed from one text to another, as a person would say it: one change a section, and one for what belongs
 * together, in the order of the text as it is now.
 */
export function compareSections(before: readonly Section[], now: readonly Section[]): Change[] {
  const pairs = pairSections(before, now);
  const paired = new Set(pairs.values());
  const gone = before.filter((section) => !paired.has(section));
  const added = now.filter((section) => !pairs.has(section));
  const splits = groupByOrigin(added, new Map([...pairs].map(([to, from]) => [from, to])));
  const merges = groupByOrigin(gone, pairs);
  const places = new Map(before.map((section, place) => [section, place]));
  const moved = movedSections(
    now.filter((section) => pairs.has(section)),
    new Map([...pairs].map(([to, from]) => [to, places.get(from) ?? 0])),
  );
  const explained = new Set([...splits.values(), ...merges.values()].flat());
  const changes = now.flatMap((section): Change[] => {
    const from = pairs.get(section);
    if (!from) return explained.has(section) ? [] : [change("new", [], [section])];
    const parts = splits.get(from) ?? [];
    const sources = merges.get(section) ?? [];
    const whole = [from, ...sources];
    const became = [section, ...parts];
    const flags = { moved: moved.has(section) };
    const others = [...parts, ...sources].map(({ id }) => id);
    if (parts.length > 0) return [{ ...change("split", whole, became), ...flags, others }];
    if (sources.length > 0) return [{ ...change("merged", whole, became), ...flags, others }];
    const reworded = !sameMeaning(from, section);
    if (from.id !== section.id)
      return [{ ...change("renamed", [from], [section]), ...flags, reworded, others: [from.id] }];
    if (reworded) return [{ ...change("changed", [from], [section]), ...flags }];
    return flags.moved ? [change("moved", [from], [section])] : [];
  });
  return [
    ...changes,
    ...gone.filter((section) => !explained.has(section)).map((section) => change("removed", [section], [])),
  ];
}

function change(kind: ChangeKind, before: readonly Section[], now: readonly Section[]): Change {
  const { id, title } = (now[0] ?? before[0]) as Section;
  const were = before.map((section) => section.id);
  return { kind, id, title, were, others: [], reworded: false, moved: kind === "moved", before, now };
}

function sameMeaning(a: Section, b: Section): boolean {
  return a.meaning.length === b.meaning.length && a.meaning.every((block, index) => block === b.meaning[index]);
}

/** Which section each was before: the one with its id, or else the one that has gone and has its heading or most of its text. */
function pairSections(before: readonly Section[], now: readonly Section[]): Map<Section, Section> {
  const known = new Map(before.map((section) => [section.id, section]));
  const pairs = new Map<Section, Section>();
  for (const section of now) {
    const same = known.get(section.id);
    if (same) pairs.set(section, same);
  }
  const gone = new Set(before);
  for (const section of pairs.values()) gone.delete(section);
  const byTitle = new Map([...gone].map((section) => [section.title, section]));
  const holders = holdersOf(gone);
  for (const section of now.filter((candidate) => !pairs.has(candidate))) {
    const titled = section.title === "" ? undefined : byTitle.get(section.title);
    const [largest, common] = mostOf(section, holders);
    const similar = largest && common * 2 >= Math.max(weightOf(section), weightOf(largest)) ? largest : undefined;
    const from = [titled, similar].find((candidate) => candidate && gone.has(candidate));
    if (!from) continue;
    pairs.set(section, from);
    gone.delete(from);
  }
  return pairs;
}

/** How much a block says. Headings are left out: many texts have the same. */
const weight = (block: string) => (block.startsWith("#") ? 0 : block.length);
const weightOf = ({ meaning }: Section) => meaning.reduce((sum, block) => sum + weight(block), 0);

/** Where each block stands. @param left of a section, the blocks that do not count */
function holdersOf(
  sections: Iterable<Section>,
  left: (section: Section) => readonly string[] = () => [],
): Map<string, Section> {
  const holders = new Map<string, Section>();
  for (const section of sections) {
    const others = new Set(left(section));
    for (const block of section.meaning) if (!others.has(block)) holders.set(block, section);
  }
  return holders;
}

/** The section in which most of another's text stands, and how much of it. */
function mostOf(section: Section, holders: ReadonlyMap<string, Section>): [Section | undefined, number] {
  const held = new Map<Section, number>();
  for (const block of section.meaning) {
    const holder = holders.get(block);
    if (holder && weight(block) > 0) held.set(holder, (held.get(holder) ?? 0) + weight(block));
  }
  return [...held].reduce<[Section | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  );
}

/**
 * Sections of one text that are pieces of a section of the other: most of what they say stands there, and no longer in
 * what is left of it.
 * @param rest by each section of the other text, what is left of it
 */
function groupByOrigin(pieces: readonly Section[], rest: ReadonlyMap<Section, Section>): Map<Section, Section[]> {
  const holders = holdersOf(rest.keys(), (whole) => rest.get(whole)?.meaning ?? []);
  const groups = new Map<Section, Section[]>();
  for (const piece of pieces) {
    const [whole, common] = mostOf(piece, holders);
    if (whole && common * 2 >= weightOf(piece)) groups.set(whole, [...(groups.get(whole) ?? []), piece]);
  }
  return groups;
}

/** The fewest sections whose move explains the order: those outside of a longest run that kept it. */
function movedSections(sections: readonly Section[], placeBefore: ReadonlyMap<Section, number>): Set<Section> {
  const places = sections.map((section) => placeBefore.get(section) ?? 0);
  /** Of the runs of each length, the index that the best one ends with; and before each index the one before it. */
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] as number] as number) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) kept.add(index);
  return new Set(sections.filter((_, index) => !kept.has(index)));
}
