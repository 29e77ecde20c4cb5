/**
 * Brings a recipe's form to life when its reader comes to it; at once where values wait in the address
 * or from a page before.
 */
import { bringToLife } from "../bringToLife.ts";
import { remembered } from "./remembered.ts";

const form = document.querySelector<HTMLFormElement>("[data-recipe-form]");

let started = false;
function start(): void {
  if (!form || started) return;
  started = true;
  void bringToLife("recipeForm", document.documentElement.lang, import("./form.ts"), ({ fillFrom }, words) =>
    fillFrom(form, words),
  );
}

if (location.search !== "" || remembered() !== "") start();
for (const event of ["focusin", "pointerdown"]) form?.addEventListener(event, start, { once: true });
