import { expect, test } from "vitest";
import type { Words } from "./cut.ts";
import type { Kind, Place } from "./lexicon.ts";
import { type Hits, Ranking } from "./rank.ts";
import type { Item } from "./understand.ts";

const place = (path: string, title: string, phrases: string[] = [], kind: Kind = "cause"): Place => ({
  id: path,
  path,
  kind,
  title,
  phrases,
});
const item = (...words: string[]): Item => ({ typed: words.join(" "), words });
const cut = (text: string) => text.toLowerCase().split(" ");

/** Ranks places whose texts have all words of the query equally often. */
function order(places: readonly Place[], items: readonly Item[], hits?: readonly Hits[]): string[] {
  const words: Words = new Map(items.flatMap((each) => each.words.map((word) => [word, places.length / 2] as const)));
  const everywhere = items.map((): Hits => new Map(places.map((_, index) => [index, 1])));
  const ranked = new Ranking(places, places.length, words, new Set(["how"]), cut).rank(items, hits ?? everywhere, []);
  return ranked.map(({ place: index }) => places[index]?.path ?? "");
}

test("a place that is about the query comes before those that mention it", () => {
  const places = [place("mentions", "Something else"), place("about", "The upload listener")];
  expect(order(places, [item("upload"), item("listener")])[0]).toBe("about");
});

test("a title that is the query comes before a longer one that holds it", () => {
  const places = [place("longer", "Wildcard with credentials and more"), place("same", "Wildcard")];
  expect(order(places, [item("wildcard")])).toEqual(["same", "longer"]);
});

test("a question that people ask counts like a title", () => {
  const places = [place("other", "Uploads"), place("asked", "Certificates", ["self signed"])];
  expect(order(places, [item("self"), item("signed")])[0]).toBe("asked");
});

test("a place that has more of the query in several of its questions comes before one that has less", () => {
  const places = [place("less", "Uploads", ["upload fails"]), place("more", "Files", ["upload fails", "large files"])];
  expect(order(places, [item("upload"), item("large")])[0]).toBe("more");
});

test("a word that stands for many says less than a name", () => {
  const places = [place("fails", "unreadable"), place("named", "nginx")];
  const words: Words = new Map([
    ["unreadable", 0],
    ["nginx", 8],
  ]);
  const rarer = (meanings: string[]): boolean => {
    const ranking = new Ranking(places, 1000, words, new Set(), cut, new Set(meanings));
    return ranking.weight("unreadable") > ranking.weight("nginx");
  };
  expect([rarer([]), rarer(["unreadabl"])]).toEqual([true, false]);
});

test("a version says less than a name that is as rare", () => {
  const places = [place("server", "IIS 10", [], "recipe"), place("other", "nginx 2019", [], "recipe")];
  const words: Words = new Map(["iis", "10", "nginx", "2019"].map((word) => [word, 1] as const));
  const ranking = new Ranking(places, 1000, words, new Set(), cut);
  expect(ranking.weight("10")).toBeLessThan(ranking.weight("iis") / 2);
  expect(ranking.weight("2019")).toBe(ranking.weight("nginx"));
});

test("who types a term of the glossary names no product that has a setting of that name", () => {
  const asked = ["maxage", "is", "gone"];
  const words: Words = new Map([...asked, "missing"].map((word) => [word, 1] as const));
  const first = (kind: Kind): string | undefined => {
    const places = [
      place("stack", "Jupyter", ["maxage"], "stack"),
      place("cause", "maxage missing"),
      place("word", "maxage", [], kind),
    ];
    const ranking = new Ranking(places.slice(0, kind === "term" ? 3 : 2), 3, words, new Set(), cut);
    const items = asked.map((word) => item(word));
    const [best] = ranking.rank(
      items,
      items.map(() => new Map()),
      [],
    );
    return places[best?.place ?? -1]?.path;
  };
  expect([first("term"), first("page")]).toEqual(["cause", "stack"]);
});

test("what mends comes before what explains a word, where both are as much about it", () => {
  const places = [place("term", "Redirect", [], "term"), place("cause", "Redirect", [], "cause")];
  expect(order(places, [item("redirect")])).toEqual(["cause", "term"]);
});

test("with too few that have everything, those are shown that have less, and what they lack is said", () => {
  const some = (count: number): Hits => new Map(Array.from({ length: count }, (_, index) => [index, 1]));
  const words: Words = new Map([
    ["rare", 1],
    ["word", 6],
  ]);
  /** How many of six places, which all have a word, lack the other one that fewer have. */
  const lacking = (having: number): number => {
    const places = Array.from({ length: 6 }, (_, index) => place(`${index}`, `title ${index}`));
    const ranking = new Ranking(places, 100, words, new Set(), cut);
    const ranked = ranking.rank([item("word"), item("rare")], [some(6), some(having)], []);
    expect(ranked.every(({ place: index, lacks }) => (index < having ? lacks.length === 0 : lacks[0] === 1))).toBe(
      true,
    );
    return ranked.filter(({ lacks }) => lacks.length > 0).length;
  };
  expect([1, 2, 5].map(lacking)).toEqual([4, 3, 0]);
});

test("nothing that was asked finds nothing", () => {
  expect(order([place("any", "thing")], [])).toEqual([]);
});
