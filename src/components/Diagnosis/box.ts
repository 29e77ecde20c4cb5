/** The box for what one has in hand: what is pasted, chosen or dropped is diagnosed in place. */

import type { Known } from "../../diagnose/index.ts";
import { fillIn } from "../../i18n/fillIn.ts";
import { loadWords } from "../bringToLife.ts";
import { examples } from "./examples.ts";
import { readResultLink } from "./link.ts";

/** A larger file is not shown in the field; it is read all the same. In bytes. */
const SHOWN = 20_000;

/** What takes longer than this, in milliseconds, shows how far it is, and can be stopped. */
const LONG = 300;

/**
 * @param example the example that was clicked while this was loaded
 * @param askedFor whether something was pasted or sent meanwhile
 */
export function start(form: HTMLFormElement, example?: HTMLElement, askedFor = false): void {
  const text = form.querySelector("textarea") as HTMLTextAreaElement;
  const file = form.querySelector("input[type=file]") as HTMLInputElement;
  const status = form.querySelector("[data-box-status]") as HTMLElement;
  const progress = form.querySelector("progress") as HTMLProgressElement;
  const cancel = form.querySelector("[data-box-cancel]") as HTMLButtonElement;
  const [reads, read] = [...form.querySelectorAll<HTMLElement>("dl")] as [HTMLElement, HTMLElement];
  const answer = document.querySelector("[data-answer]") as HTMLElement;
  const language = document.documentElement.lang;
  const { words = "", checkerPage: checker = "", diagnose: page = "", working = "", failed = "" } = form.dataset;
  /** A file that is too large for the field. */
  let whole: File | undefined;
  /** What is said where somebody has stopped it; it is loaded with the other words. */
  let stopped = "";
  /** What is being read now. */
  let reading: AbortController | undefined;

  async function run(input: string | File, known: Known = {}): Promise<void> {
    if (typeof input === "string" && input.trim() === "") {
      text.focus();
      return;
    }
    reading?.abort();
    const ours = new AbortController();
    reading = ours;
    const { signal } = ours;
    status.textContent = working;
    progress.removeAttribute("value");
    const waiting = setTimeout(() => showWork(true), LONG);
    const onProgress = (done: number) => {
      // What is read is not diagnosed yet: how long that takes, nobody knows.
      if (done < 1) progress.value = done;
      else progress.removeAttribute("value");
    };
    try {
      const [{ showDiagnosis }, diagnose, exchange, failures] = await Promise.all([
        import("./mount.tsx"),
        loadWords("diagnose", language),
        loadWords("checker", language),
        loadWords("failures", language),
      ]);
      if (!diagnose || !exchange || !failures) throw new Error(`There are no words in "${language}".`);
      stopped = diagnose["answer.stopped"];
      const t = { ...exchange, ...failures, ...diagnose };
      const into = { answer, read };
      await showDiagnosis({ input, known, signal, onProgress }, into, { words, checker, diagnose: page }, t);
      signal.throwIfAborted();
      answer.hidden = false;
      reads.hidden = read.hasChildNodes();
      read.hidden = !reads.hidden;
      status.textContent = fillIn(t["answer.done"], { title: answer.querySelector(".lamp b")?.textContent ?? "" });
      answer.focus({ preventScroll: true });
      answer.scrollIntoView({ block: "nearest" });
    } catch (error) {
      // Of two pastes the later counts, and says what becomes of it.
      if (reading !== ours) return;
      if (signal.aborted) {
        status.textContent = stopped;
        text.focus();
        return;
      }
      console.error(error);
      status.textContent = failed;
    } finally {
      clearTimeout(waiting);
      if (reading === ours) showWork(false);
    }
  }

  function showWork(shown: boolean): void {
    progress.hidden = !shown;
    cancel.hidden = !shown;
  }

  async function take(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    const isShown = chosen.size <= SHOWN;
    whole = isShown ? undefined : chosen;
    text.value = isShown ? await chosen.text() : chosen.name;
    await run(whole ?? text.value);
  }

  function show(clicked: HTMLElement): void {
    whole = undefined;
    text.value = examples[Number(clicked.dataset.example)]?.text ?? "";
    void run(text.value);
  }

  function follow(): void {
    const linked = readResultLink(location.hash);
    if (!linked) return;
    whole = undefined;
    text.value = linked.paste;
    void run(linked.paste, linked.known);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(whole ?? text.value);
  });
  text.addEventListener("input", () => {
    whole = undefined;
  });
  text.addEventListener("paste", () => setTimeout(() => run(text.value)));
  file.addEventListener("change", () => take(file.files?.[0]));
  cancel.addEventListener("click", () => reading?.abort());
  for (const button of form.querySelectorAll<HTMLElement>("[data-example]")) {
    button.addEventListener("click", () => show(button));
  }
  addEventListener("hashchange", follow);

  const asked = new URLSearchParams(location.search).get("q") ?? "";
  if (example) show(example);
  else if (file.files?.[0]) void take(file.files[0]);
  else if (askedFor) void run(text.value);
  else if (text.value !== "") return;
  else if (location.hash.startsWith("#paste=")) follow();
  else if (asked !== "") {
    text.value = asked;
    void run(asked);
  }
}
