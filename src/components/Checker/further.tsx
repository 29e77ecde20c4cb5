/** What most readers of a checker never come to, loaded when they do. */
import type { ComponentChildren } from "preact";
import { linkStyles } from "../../client/linkStyles.ts";
import type { Language } from "../../i18n/languages.ts";
import type { CheckerStrings } from "../../i18n/types.ts";
import type { CorsRequest } from "../../rules/index.ts";
import { loadWords } from "../bringToLife.ts";
import { loadDiagnosisWords } from "../Diagnosis/words.ts";
import { loadTryIt } from "../TryIt/loadTryIt.tsx";
import type { AnswerProps } from "./AnswerFields.tsx";
import { exchangeOf } from "./exchangeOf.ts";
import { writeLink } from "./link.ts";
import styles from "./Outcome.css?url";
import type { Judged } from "./Outcome.tsx";
import type { CheckerState } from "./state.ts";

export interface Judging {
  /** The fields that answers are typed into. */
  fields: (props: Omit<AnswerProps, "t">) => ComponentChildren;
  /** @returns nothing where none of the answers is looked at, so that all is said without them */
  judge: (request: CorsRequest, state: CheckerState, compact: boolean, t: CheckerStrings) => Judged | undefined;
}

/**
 * Loads what reads and judges answers: the rules about causes and engines, and the words of both.
 * @param causes the address of the causes' words
 * @throws where something could not be loaded
 */
export async function loadJudging(language: Language, causes: string): Promise<Judging> {
  const [{ AnswerFields, judged }, failures, outcome, words] = await Promise.all([
    import("./Outcome.tsx"),
    wordsOf("failures", language),
    wordsOf("outcome", language),
    loadDiagnosisWords(causes),
    linkStyles(styles),
  ]);
  return {
    fields: (props) => <AnswerFields {...props} t={outcome} />,
    judge: (request, state, compact, t) =>
      judged(request, state, words.causes, compact, { ...t, ...failures, ...outcome }),
  };
}

/** What stands beside a request of which nothing is answered yet. */
export interface Noting {
  /**
   * Where the engines differ for the request.
   * @param page where the differences are said at length
   */
  engines: (request: CorsRequest, page: string, t: CheckerStrings) => ComponentChildren;
  copies: (request: CorsRequest) => ComponentChildren;
  /** Tries the request in the reader's browser, with what is known of its answers. */
  tryIt: (request: CorsRequest, state: CheckerState) => ComponentChildren;
}

/** Loads what knows where the engines differ, and what writes copies. @throws where it could not be loaded */
export async function loadNoting(language: Language): Promise<Noting> {
  const [{ Copies, EngineNotes, enginesThatDiffer }, titles, words, drawTryIt] = await Promise.all([
    import("./EngineNotes.tsx"),
    wordsOf("differences", language),
    wordsOf("outcome", language),
    loadTryIt(language),
  ]);
  return {
    engines: (request, page, t) => (
      <EngineNotes views={enginesThatDiffer(request)} page={page} titles={titles} t={{ ...t, ...words }} />
    ),
    copies: (request) => <Copies request={request} t={words} />,
    tryIt: (request, state) => drawTryIt?.(exchangeOf(request, state), writeLink(state)),
  };
}

async function wordsOf<Part extends "failures" | "outcome" | "differences">(part: Part, language: Language) {
  const words = await loadWords(part, language);
  if (!words) throw new Error(`There are no words in "${language}".`);
  return words;
}
