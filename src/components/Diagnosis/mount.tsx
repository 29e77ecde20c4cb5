import { render } from "preact";
import { linkStyles } from "../../client/linkStyles.ts";
import type { Known } from "../../diagnose/index.ts";
import { readRecipeLink } from "../../generator/link.ts";
import { readParams } from "../../generator/params.ts";
import { fetchCode } from "../Recipe/fetchCode.ts";
import { fillBlock, takeBlock } from "../Recipe/fill.ts";
import { remembered } from "../Recipe/remembered.ts";
import { typedFor } from "../RecipePicker/typedFor.ts";
import { loadTryIt } from "../TryIt/loadTryIt.tsx";
import { ask } from "./ask.ts";
import { toCheckerState } from "./checkerState.ts";
import styles from "./Diagnosis.css?url";
import { Diagnosis, type DiagnosisStrings, type Place } from "./Diagnosis.tsx";
import { Read } from "./Read.tsx";
import { loadDiagnosisWords, placesSaidIn } from "./words.ts";

/** Elements of the page that an answer goes into. */
export interface Into {
  answer: HTMLElement;
  /** A list of descriptions, for what was read. */
  read: HTMLElement;
}

interface Paste {
  input: string | File;
  /** What a link has answered already. */
  known: Known;
  signal: AbortSignal;
  onProgress(progress: number): void;
}

/**
 * Diagnoses a text or a file and shows what is found.
 * @throws where something could not be loaded; where it was stopped, the signal's reason
 */
export async function showDiagnosis(paste: Paste, into: Into, place: Place, t: DiagnosisStrings): Promise<void> {
  const { input, known } = paste;
  const [words, first, drawTryIt] = await Promise.all([
    loadDiagnosisWords(place.words),
    ask(input, {}, paste),
    loadTryIt(document.documentElement.lang),
    linkStyles(styles),
  ]);
  const isAnswered = Object.keys(known).length > 0;
  const linked = isAnswered ? await ask(input, known, paste) : first;
  const request = first.diagnosis.findings[0]?.exchange?.request;
  const codeOf = async (recipe: string) => {
    const page = words.recipes[recipe]?.page;
    if (!page) return undefined;
    try {
      const { figure, pre } = await fetchCode(page);
      const { params } = readParams(typedFor(toCheckerState(request ?? {}), readRecipeLink(remembered()).typed.maxAge));
      if (params && request?.origin) fillBlock(takeBlock(pre), params);
      return figure;
    } catch (error) {
      // The link to the recipe's own page stands below.
      console.warn(error);
      return undefined;
    }
  };
  const hasLines = typeof input === "string";
  render(<Read pieces={first.read} hasLines={hasLines} t={t} />, into.read);
  render(null, into.answer);
  render(
    <Diagnosis
      ask={(answered) => ask(input, answered)}
      first={first}
      linked={linked}
      known={known}
      said={typeof input === "string" ? placesSaidIn(input, words) : []}
      words={words}
      place={place}
      t={t}
      codeOf={codeOf}
      drawTryIt={drawTryIt}
    />,
    into.answer,
  );
  document.dispatchEvent(new CustomEvent("code-changed", { detail: into.answer }));
}
