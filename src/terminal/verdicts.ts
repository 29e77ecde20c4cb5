import { browsersWith } from "../components/browsersWith.ts";
import { type Light, SHAPE } from "../components/Lamp/shape.ts";
import {
  type DifferenceId,
  differences,
  type Engine,
  type Exchange,
  isAnswered,
  judgeExchange,
  profiles,
} from "../rules/index.ts";
import { differencePage } from "./pages.ts";
import { type Sheet, type Style, wordsOf } from "./sheet.ts";
import type { Words } from "./words.ts";

const STYLE: Record<Light, Style> = { clear: "good", caution: "caution", stop: "bad", quiet: "strong" };

/** The lamp: its shape, the verdict, and a line below it. */
export function writeLamp(sheet: Sheet, light: Light, title: string, detail?: string): void {
  sheet.line([
    [`${SHAPE[light]} `, STYLE[light]],
    [title.replaceAll("`", ""), STYLE[light]],
  ]);
  if (detail) sheet.line(wordsOf(detail), 2);
}

const LIGHTS = { passes: "clear", blocked: "stop", unknown: "quiet" } as const;

/** What each browser makes of it, in a line. */
export function writeInEngines(
  sheet: Sheet,
  inEngines: readonly { engine: Engine; verdict: keyof typeof LIGHTS }[],
  { outcome }: Words,
): void {
  const spans = inEngines.flatMap(({ engine, verdict }, index) => {
    const light = LIGHTS[verdict];
    return [
      index === 0 ? "" : "   ",
      `${browsersWith[engine][0]} `,
      [`${SHAPE[light]} ${outcome[`engine.${verdict}`]}`, STYLE[light]] as const,
    ];
  });
  sheet.line(spans, 2);
}

/**
 * What an engine does otherwise than the standard says, where that alone changes what becomes of an exchange.
 * @param exchange as that engine has it
 */
function differencesIn(exchange: Exchange, engine: Engine): DifferenceId[] {
  const asStandard = isAnswered(judgeExchange(exchange));
  if (isAnswered(judgeExchange(exchange, profiles[engine])) === asStandard) return [];
  return differences
    .filter(
      (each) => each.engines.includes(engine) && isAnswered(judgeExchange(exchange, each.departure)) !== asStandard,
    )
    .map(({ id }) => id);
}

/** Says why the engines do not agree, where they do not. */
export function writeDifferences(
  sheet: Sheet,
  inEngines: readonly { engine: Engine; exchange: Exchange }[],
  words: Words,
): void {
  for (const { engine, exchange } of inEngines) {
    for (const id of differencesIn(exchange, engine)) {
      sheet.line([
        "• ",
        `${browsersWith[engine][0]}${words.outcome["label.colon"]}`,
        ...wordsOf(words.differences[id]),
      ]);
      sheet.line([[differencePage(words, id), "quiet"]], 4);
    }
  }
}
