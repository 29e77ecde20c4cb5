import { JSDOM, VirtualConsole } from "jsdom";
import { type Box, boxOf, type Measure } from "./boxes.ts";
import { Cascade, type Rule, rulesOf } from "./cascade.ts";
import { setLabel } from "./labels.ts";

/** A page without a browser, for what draws into one. */
export interface Page {
  document: Document;
  /** How the styles within an element's drawing look to it now. */
  cascadeFor(element: Element): Cascade;
}

/** What the library asks of the global object of a browser. */
const GLOBALS = [
  "Element",
  "SVGElement",
  "HTMLElement",
  "Node",
  "DOMParser",
  "XMLSerializer",
  "CSSStyleSheet",
  "getComputedStyle",
  "MutationObserver",
] as const;

/** Opens a page in which boxes of texts and shapes can be asked for, and makes it the global one of this process. */
export function openPage(measure: Measure): Page {
  // Whatever it says is about what it lacks, and nothing asks for that.
  const { window } = new JSDOM("<!doctype html><body></body>", {
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const scope = globalThis as unknown as Record<string, unknown>;
  scope.window = window;
  scope.document = window.document;
  for (const name of GLOBALS) scope[name] ??= window[name];

  const sheets = new Map<string, Rule[]>();
  const cascadeFor = (element: Element) => {
    let drawing: Element | undefined;
    for (let at: Element | null = element; at; at = at.parentElement) if (at.localName === "svg") drawing = at;
    const text = drawing?.querySelector("style")?.textContent ?? "";
    const rules = sheets.get(text) ?? readSheet(window.document, text);
    sheets.set(text, rules);
    return new Cascade(rules);
  };
  const inner = (element: Element): Box =>
    element.namespaceURI?.endsWith("svg")
      ? boxOf(element, cascadeFor(element), measure)
      : { x: 0, y: 0, ...setLabel(element as HTMLElement, cascadeFor(element), measure) };
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SVGElement) {
      return inner(this);
    },
    getComputedTextLength(this: SVGElement) {
      return inner(this).width;
    },
  });
  window.Element.prototype.getBoundingClientRect = function () {
    const { x, y, width, height } = inner(this);
    return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height } as DOMRect;
  };
  return { document: window.document, cascadeFor };
}

/** Within an SVG a style sheet is not read here. */
function readSheet(document: Document, text: string): Rule[] {
  const style = document.createElement("style");
  style.textContent = text;
  document.head.append(style);
  const rules = style.sheet ? rulesOf(style.sheet) : [];
  style.remove();
  return rules;
}
