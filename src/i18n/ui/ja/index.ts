import type { UiStrings } from "../../types.ts";
import { checker } from "./checker.ts";
import { common } from "./common.ts";
import { diagnose } from "./diagnose.ts";
import { differences } from "./differences.ts";
import { failures } from "./failures.ts";
import { home } from "./home.ts";
import { outcome } from "./outcome.ts";
import { recipeForm } from "./recipeForm.ts";
import { recipes } from "./recipes.ts";
import { search } from "./search.ts";
import { terminal } from "./terminal.ts";
import { terminalPage } from "./terminalPage.ts";
import { tryIt } from "./tryIt.ts";

export const ja: UiStrings = {
  checker,
  common,
  diagnose,
  differences,
  failures,
  home,
  outcome,
  recipeForm,
  recipes,
  search,
  terminal,
  terminalPage,
  tryIt,
};
