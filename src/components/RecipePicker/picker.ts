/** Loads what fills the chosen recipe in, when one is chosen. */
const words = import.meta.glob<{ recipeForm: import("../../i18n/types.ts").RecipeFormStrings }>(
  "../../i18n/ui/*/recipeForm.ts",
);
const picker = document.querySelector<HTMLElement>("[data-recipe-picker]");

picker?.querySelector("select")?.addEventListener(
  "change",
  async () => {
    const [{ bringToLife }, strings] = await Promise.all([
      import("./serverSide.ts"),
      words[`../../i18n/ui/${document.documentElement.lang}/recipeForm.ts`]?.(),
    ]);
    if (strings) bringToLife(picker, strings.recipeForm);
  },
  { once: true },
);
