import type { Page } from "playwright-core";

/** Marks the elements that `newColours` found. */
const mark = "data-new-colours";

/**
 * Finds the texts of a page that stand there in colours that none had before: what axe says of the colours of a text
 * hangs on its own, those behind it, its size and its weight, and, of a link, on those of the text around it. Where
 * one thing lies over another, it hangs on the place, too: so a text is only the same where its ancestors have the
 * same tags and classes.
 * @param seen what was found before, on any page; what is new is added
 * @returns a selector of those elements; `undefined` where there is none
 */
export async function newColours(page: Page, seen: Set<string>): Promise<string | undefined> {
  const found = await page.evaluate(describeTexts);
  const fresh = found.filter((text) => !seen.has(text));
  for (const text of fresh) seen.add(text);
  if (fresh.length === 0) return undefined;
  await page.evaluate(markTexts, [fresh, mark] as const);
  return `[${mark}]`;
}

/** The texts of a page, each described by all that its colours' soundness hangs on. Runs in the page. */
function describeTexts(): string[] {
  interface Place {
    path: string;
    behind: string;
  }
  const places = new Map<Element | null, Place>([[null, { path: "", behind: "" }]]);
  const placeOf = (element: Element | null): Place => {
    const known = places.get(element);
    if (known || !element) return known ?? { path: "", behind: "" };
    const above = placeOf(element.parentElement);
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const place = {
      path: `${above.path}>${element.localName}.${[...element.classList].sort().join(".")}`,
      behind: `${above.behind}/${backgroundColor} ${backgroundImage} ${opacity}`,
    };
    places.set(element, place);
    return place;
  };
  const isText = (element: Element) =>
    element.matches("input, textarea, select, a") ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  const texts = new Map<string, Element[]>();
  for (const element of document.body.querySelectorAll("*")) {
    if (!isText(element)) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottomWidth } =
      getComputedStyle(element);
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const around = element.parentElement && getComputedStyle(element.parentElement).color;
    const { path, behind } = placeOf(element);
    const own = [color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottomWidth, around, isShown];
    const text = [path, behind, ...own].join(" ");
    const alike = texts.get(text);
    if (alike) alike.push(element);
    else texts.set(text, [element]);
  }
  Object.assign(window, { texts });
  return [...texts.keys()];
}

/** Runs in the page. */
function markTexts([fresh, attribute]: readonly [readonly string[], string]): void {
  const { texts } = window as unknown as { texts: ReadonlyMap<string, readonly Element[]> };
  for (const element of document.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute);
  for (const text of fresh) for (const element of texts.get(text) ?? []) element.setAttribute(attribute, "");
}
