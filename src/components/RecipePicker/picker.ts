/** Loads what fills the chosen recipe in, when one is chosen. */
import { bringToLife } from "../bringToLife.ts";

const picker = document.querySelector<HTMLElement>("[data-recipe-picker]");

picker
  ?.querySelector("select")
  ?.addEventListener(
    "change",
    () =>
      bringToLife("recipeForm", document.documentElement.lang, import("./serverSide.ts"), ({ showRecipes }, words) =>
        showRecipes(picker, words),
      ),
    { once: true },
  );
