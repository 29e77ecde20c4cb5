import type { Known } from "../../diagnose/index.ts";
import type { Answer, Question, Told } from "./worker.ts";

let worker: Worker | undefined;
let asked = 0;

interface Options {
  /** Stops the worker, whatever it does; the next question starts another. */
  signal?: AbortSignal;
  /** Told how much of a file has been read, from 0 to 1. */
  onProgress?(progress: number): void;
}

/**
 * Diagnoses a text or a file in a worker, which is loaded with the first question.
 * @throws where it cannot be loaded, or fails; where it was stopped, the signal's reason
 */
export async function ask(
  input: string | File,
  known: Known = {},
  { signal, onProgress }: Options = {},
): Promise<Answer> {
  // It may have been stopped before there was anything to stop.
  signal?.throwIfAborted();
  worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const ours = worker;
  const id = ++asked;
  return new Promise((resolve, reject) => {
    const stop = (reason: unknown) => {
      ours.terminate();
      if (worker === ours) worker = undefined;
      reject(reason);
    };
    const stopAsked = () => stop(signal?.reason);
    ours.addEventListener("message", function take({ data }: MessageEvent<Told>) {
      if (data.id !== id) return;
      if ("progress" in data) {
        onProgress?.(data.progress);
        return;
      }
      ours.removeEventListener("message", take);
      signal?.removeEventListener("abort", stopAsked);
      resolve(data.answer);
    });
    ours.addEventListener("error", ({ message }) => stop(new Error(message || "The diagnosis could not be loaded.")));
    signal?.addEventListener("abort", stopAsked);
    ours.postMessage({ id, input, known } satisfies Question);
  });
}
