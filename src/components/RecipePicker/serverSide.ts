import { currentQuery, sendable } from "../../client/address.ts";
import { readRecipeLink, writeRecipeLink } from "../../generator/link.ts";
import { readParams } from "../../generator/params.ts";
import type { RecipeFormStrings } from "../../i18n/types.ts";
import { readLink } from "../Checker/link.ts";
import { fetchCode } from "../Recipe/fetchCode.ts";
import { type Block, fillBlock, takeBlock } from "../Recipe/fill.ts";
import { bothHalves, problemTexts, unwritableTexts } from "../Recipe/problemText.ts";
import { remembered } from "../Recipe/remembered.ts";
import { showTexts } from "../Recipe/showTexts.ts";
import { typedFor } from "./typedFor.ts";

/**
 * Shows the chosen recipe below the checker, filled in with what the checker's form holds. The recipe
 * is taken out of its own page.
 */
export function showRecipes(picker: HTMLElement, t: RecipeFormStrings): void {
  const select = picker.querySelector("select") as HTMLSelectElement;
  const shown = picker.querySelector("[data-recipe]") as HTMLElement;
  const box = shown.querySelector("[data-code]") as HTMLElement;
  const link = shown.querySelector("a") as HTMLAnchorElement;
  const status = picker.querySelector("[role=status]") as HTMLElement;
  let block: Block | undefined;

  const fill = () => {
    if (!block) return;
    const typed = typedFor(readLink(currentQuery()).state, readRecipeLink(remembered()).typed.maxAge);
    link.search = sendable(writeRecipeLink(typed, true));
    const { params, problems } = readParams(typed);
    const stack = select.selectedOptions[0]?.text ?? "";
    const texts = params ? unwritableTexts(t, stack, fillBlock(block, params)) : problemTexts(t, problems);
    showTexts(status, texts.length > 0 ? [...texts.map(({ text }) => text), bothHalves(t, "picker.behind")] : []);
  };

  let latest = 0;
  const load = async () => {
    const turn = ++latest;
    link.href = select.value;
    shown.hidden = select.value === "";
    if (shown.hidden) return;
    try {
      const { figure, pre } = await fetchCode(select.value);
      if (turn !== latest) return;
      box.replaceChildren(figure);
      block = takeBlock(pre);
      fill();
      document.dispatchEvent(new CustomEvent("code-changed", { detail: box }));
    } catch (error) {
      if (turn !== latest) return;
      block = undefined;
      box.replaceChildren();
      showTexts(status, [bothHalves(t, "picker.failed")]);
      console.warn(error);
    }
  };

  select.addEventListener("change", load);
  // The checker has shown its state in the address by the time that these come up to its element.
  for (const event of ["input", "change", "click"]) {
    document.querySelector("[data-checker]")?.addEventListener(event, fill);
  }
  addEventListener("popstate", fill);
  void load();
}
