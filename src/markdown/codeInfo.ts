import { defineMdastPlugin } from "satteri";
import { divideInfo, readCodeNotes } from "../content/notation/codeMeta.ts";

/** Reads what a block of code says of its lines in the ways of other generators: `js{1,3}`, and comments `[!code ++]`. */
export const codeInfo = defineMdastPlugin({
  name: "code-info",
  code(node, context) {
    const { language, meta } = divideInfo(node.lang ?? "", node.meta ?? "");
    const notes = readCodeNotes(node.value, language);
    const whole = [meta, notes.meta].filter(Boolean).join(" ");
    if (language !== (node.lang ?? "")) context.setProperty(node, "lang", language);
    if (whole !== (node.meta ?? "")) context.setProperty(node, "meta", whole);
    if (notes.code !== node.value) context.setProperty(node, "value", notes.code);
  },
});
