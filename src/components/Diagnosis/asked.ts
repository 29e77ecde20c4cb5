import type { Known } from "../../diagnose/index.ts";

/** What is known after another answer. Of two answers to one question the later counts. */
export function withAnswer(known: Known, answer: Known): Known {
  return { ...known, ...answer, answers: { ...known.answers, ...answer.answers } };
}

/** Whether a known answer is among what was answered. */
export function isAnswered(known: Known, { answers = {}, ...answer }: Known): boolean {
  const given: Record<string, unknown> = { ...known };
  return (
    Object.entries(answer).every(([key, value]) => given[key] === value) &&
    Object.entries(answers).every(([key, value]) => known.answers?.[key] === value)
  );
}
