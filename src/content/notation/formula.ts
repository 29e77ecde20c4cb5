import temml from "temml";

/** What would need styles in the page, which its policy lets not act. */
const STYLED = /\\(?:color|textcolor|colorbox|fcolorbox|definecolor|style|class|id|href|url|includegraphics)\b/;

/**
 * A formula in TeX as MathML. Its TeX stands in it, too, for who copies or converts it.
 * @param isDisplayed whether it stands in a block of its own
 * @throws with what is wrong, where it cannot be read
 */
export function formulaOf(tex: string, isDisplayed: boolean): string {
  const styled = STYLED.exec(tex)?.[0];
  if (styled) throw new Error(`${styled} is not read in a formula`);
  const mathml = temml.renderToString(tex, {
    displayMode: isDisplayed,
    annotate: true,
    throwOnError: true,
    maxExpand: 1000,
  });
  // Where a cell's text stands is said by its class.
  return mathml.replace(/(<[a-z]+\b[^>]*?) style="[^"]*"/g, "$1");
}

/** Why a formula cannot be read; nothing where it can. */
export function formulaFault(tex: string): string | undefined {
  try {
    formulaOf(tex, true);
    return undefined;
  } catch (error) {
    return (error as Error).message
      .replace(/^ParseError:\s*/, "")
      .replace(/\s*\n[\s\S]*$/, "")
      .trim();
  }
}
