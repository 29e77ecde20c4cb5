/** Diagnoses beside the page, so that a file of a hundred megabytes does not freeze it. */
import { type Diagnosis, diagnose, type Known, type ShownPiece, shownPieces } from "../../diagnose/index.ts";
import { sharedText } from "../../diagnose/shared.ts";

export interface Question {
  /** Its answer has the same. */
  id: number;
  input: string | File;
  known: Known;
}

export interface Answer {
  diagnosis: Diagnosis;
  /** What was read, to be shown. */
  read: ShownPiece[];
  /** What a link to this result holds; nothing where there can be none. */
  shared: string | undefined;
}

/** What the worker tells: how much of a file it has read, from 0 to 1, or the answer. */
export type Told = { id: number; progress: number } | { id: number; answer: Answer };

addEventListener("message", async ({ data: { id, input, known } }: MessageEvent<Question>) => {
  const tell = (told: Told) => postMessage(told);
  const text = typeof input === "string" ? input : await textOf(input, (progress) => tell({ id, progress }));
  const diagnosis = diagnose(text, known);
  const read = shownPieces(text, diagnosis.read);
  tell({ id, answer: { diagnosis, read, shared: sharedText(text, diagnosis, known) } });
});

async function textOf(file: File, tell: (progress: number) => void): Promise<string> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  const parts: string[] = [];
  for (let read = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(decoder.decode(value, { stream: true }));
    read += value.length;
    tell(read / file.size);
  }
  return parts.join("") + decoder.decode();
}
