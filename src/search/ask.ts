/** The page's side of the search: asks the worker, one question at a time counting. */
import type { Language } from "../site.config.ts";
import type { Answer } from "./answer.ts";
import type { Asked, Reply } from "./worker.ts";

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

function start(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
    const question = waiting.get(data.number);
    waiting.delete(data.number);
    if ("answer" in data) question?.resolve(data.answer);
    else question?.reject(new Error(data.failed));
  });
  started.addEventListener("error", (event) => {
    // The next question starts another.
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(event.message || "The search could not be loaded."));
    waiting.clear();
  });
  return started;
}

/**
 * Searches a language's index.
 * @param query nothing only loads what searches need
 * @param shown so many results are made ready to be shown, and so many of them with an excerpt
 * @throws where something could not be loaded; whoever asks again tries again
 */
export function ask(
  language: Language,
  query: string,
  { shown, exactly = false, message = null }: Pick<Asked, "shown"> & Partial<Pick<Asked, "exactly" | "message">>,
): Promise<Answer> {
  worker ??= start();
  const asked: Asked = { number: ++last, language, query, shown, exactly, message };
  const answered = new Promise<Answer>((resolve, reject) => waiting.set(asked.number, { resolve, reject }));
  worker.postMessage(asked);
  return answered;
}
