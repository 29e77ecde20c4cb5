/**
 * Brings a recipe's form to life when its reader comes to it; at once where values wait in the address
 * or from a page before.
 */
import { remembered } from "./remembered.ts";

const words = import.meta.glob<{ recipeForm: import("../../i18n/types.ts").RecipeFormStrings }>(
  "../../i18n/ui/*/recipeForm.ts",
);
const form = document.querySelector<HTMLFormElement>("[data-recipe-form]");

let started: Promise<void> | undefined;
function start(): Promise<void> {
  started ??= (async () => {
    const [{ bringToLife }, strings] = await Promise.all([
      import("./form.ts"),
      words[`../../i18n/ui/${document.documentElement.lang}/recipeForm.ts`]?.(),
    ]);
    if (form && strings) bringToLife(form, strings.recipeForm);
  })();
  return started;
}

if (location.search !== "" || remembered() !== "") void start();
for (const event of ["focusin", "pointerdown"]) form?.addEventListener(event, start, { once: true });
