import { sendable, showInAddress } from "../../client/address.ts";
import { type CurlLines, curlLines } from "../../generator/curl.ts";
import { readRecipeLink, writeRecipeLink } from "../../generator/link.ts";
import { defaultParams, type RecipeParams, readParams, type TypedParams, typedParams } from "../../generator/params.ts";
import { shells } from "../../generator/shells.ts";
import type { RecipeFormStrings } from "../../i18n/types.ts";
import { lineClasses } from "../../markdown/lineClasses.ts";
import { writeLink } from "../Checker/link.ts";
import { checkerState } from "./checkerState.ts";
import { fillBlock, takeBlock } from "./fill.ts";
import { bothHalves, curlTexts, type ProblemText, problemTexts, unwritableTexts } from "./problemText.ts";
import { remember, remembered } from "./remembered.ts";
import { showTexts } from "./showTexts.ts";

/** A reader who types pauses about this long before what they typed is called wrong, in milliseconds. */
const PAUSE = 500;
const fields = ["origins", "methods", "headers", "credentials", "maxAge"] as const;

/** Lets a recipe's form fill in the page's code, its commands and its link to the checker. */
export function fillFrom(form: HTMLFormElement, t: RecipeFormStrings): void {
  // Lists are in text areas, of which no more is used than of an input.
  const field = (name: (typeof fields)[number]) => form.elements.namedItem(name) as HTMLInputElement;
  const problemsOf = (name: string) => document.getElementById(`${name}-problems`);
  const blocks = [...document.querySelectorAll<HTMLElement>("pre[data-slots]")].map(takeBlock);
  const status = document.querySelector<HTMLElement>("[data-recipe-status]");
  const checker = form.querySelector<HTMLAnchorElement>("[data-check]");

  const read = (): TypedParams => ({
    origins: field("origins").value,
    methods: field("methods").value,
    headers: field("headers").value,
    credentials: field("credentials").checked,
    maxAge: field("maxAge").value,
  });
  const write = (typed: TypedParams) => {
    for (const name of fields) {
      if (name === "credentials") field(name).checked = typed[name];
      else field(name).value = typed[name];
    }
  };

  /** Fills in what can be filled in. @returns what is in the way */
  const fill = (): ProblemText[] => {
    const { params, problems } = readParams(read());
    if (!params) return problemTexts(t, problems);
    // The first block is a part of the second, so what one cannot write, the other cannot.
    const unwritable = blocks.flatMap((block) => fillBlock(block, params));
    if (unwritable.length > 0) return unwritableTexts(t, form.dataset.stack ?? "", unwritable);
    showCommands(t, params);
    if (checker) checker.search = sendable(writeLink(checkerState(params)));
    return [];
  };

  const show = (problems: readonly ProblemText[]) => {
    for (const name of fields) {
      const own = problems.filter(({ field }) => field === name).map(({ text }) => text);
      const place = problemsOf(name);
      if (place) showTexts(place, own);
      if (own.length > 0) field(name).setAttribute("aria-invalid", "true");
      else field(name).removeAttribute("aria-invalid");
    }
    if (!status) return;
    const isFirst = writeRecipeLink(read()) === "";
    status.classList.toggle("behind", problems.length > 0);
    status.textContent = problems.length > 0 ? bothHalves(t, "behind") : isFirst ? "" : t.filled;
  };

  let waiting: ReturnType<typeof setTimeout>;
  const update = (pause: number) => {
    clearTimeout(waiting);
    const problems = fill();
    if (problems.length === 0 || pause === 0) show(problems);
    else waiting = setTimeout(() => show(problems), pause);
    const query = writeRecipeLink(read());
    remember(query);
    showInAddress(query);
  };

  form.addEventListener("input", () => update(PAUSE));
  form.addEventListener("change", () => update(0));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-reset]")?.addEventListener("click", () => {
    write(typedParams(defaultParams));
    update(0);
  });

  const link = readRecipeLink(location.search);
  const kept = remembered();
  if (link.says) write(link.typed);
  else if (kept !== "") write(readRecipeLink(kept).typed);
  // What was typed before this was loaded; where nothing was, the address stays as it is.
  else showInAddress(writeRecipeLink(read()));
  const about = form.querySelector<HTMLElement>("[data-link-problem]");
  if (about && link.problems.length > 0) {
    about.textContent = bothHalves(t, "link", { problems: link.problems.join(t["list.separator"]) });
  }
  remember(writeRecipeLink(read()));
  show(fill());
}

/** A line that hangs by its own indent, as the page has it. */
const hanging = (line: string) =>
  Object.assign(document.createElement("span"), {
    className: lineClasses(line).join(" "),
    textContent: line,
  });

function showCommands(t: RecipeFormStrings, params: RecipeParams): void {
  for (const [id, shell] of Object.entries(shells)) {
    const result = curlLines(params, shell);
    for (const code of document.querySelectorAll<HTMLElement>(`[data-shell=${id}] [data-curl]`)) {
      const text = "lines" in result ? result.lines[code.dataset.curl as keyof CurlLines] : "";
      // What cannot be said in this shell stays quite empty, and so hides its box.
      const lines = text === "" ? [] : text.split("\n");
      code.replaceChildren(...lines.flatMap((line, index) => [index > 0 ? "\n" : "", hanging(line)]));
    }
    const refusal = document.querySelector<HTMLElement>(`[data-shell=${id}][role=status]`);
    if (refusal) showTexts(refusal, curlTexts(t, shell, result));
  }
}
