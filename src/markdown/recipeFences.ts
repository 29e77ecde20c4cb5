import { defineMdastPlugin } from "satteri";
import { readTranslatedRegion } from "../content/recipeRegion.ts";
import { site } from "../site.config.ts";
import { documentError, documentLanguage, lineOf } from "./location.ts";
import { withoutScaffold } from "./scaffold.ts";

/** Fills an empty fence whose info string says `recipe="express/server.js#cors"` with that region, its comments in the text's language. */
export const recipeFences = defineMdastPlugin({
  name: "recipe-fences",
  code(node, context) {
    const reference = /\brecipe="([^"]*)"/.exec(node.meta ?? "")?.[1];
    if (reference === undefined) return;
    const fail = (what: string, hint: string) =>
      documentError(context.fileURL, lineOf(context.source, `recipe="${reference}"`), what, hint);
    // A build finds by these letters what a text is made from.
    if (!withoutScaffold(context.source).includes(`recipe="${reference}"`)) {
      throw fail(
        `The recipe "${reference}" is named with escapes.`,
        'Write each character as it is, as in recipe="express/server.js#cors".',
      );
    }
    if (node.value.trim() !== "") {
      throw fail(
        `The code block for recipe "${reference}" has text of its own.`,
        "Leave it empty: the recipe's file is the only copy of the snippet.",
      );
    }
    try {
      context.setProperty(
        node,
        "value",
        readTranslatedRegion(reference, documentLanguage(context.fileURL) ?? site.source),
      );
    } catch (error) {
      throw fail(
        (error as Error).message,
        'Name a file and a region of content/recipes/, as in recipe="express/server.js#cors".',
      );
    }
  },
});
