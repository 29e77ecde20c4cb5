/** What the style sheet of a drawing and its `style` attributes say of an element, as a browser would resolve it. */
export class Cascade {
  readonly #rules: readonly Rule[];
  readonly #own = new WeakMap<Element, ReadonlyMap<string, string>>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** What is said of the element itself; of several the one that wins. */
  own(element: Element): ReadonlyMap<string, string> {
    const known = this.#own.get(element);
    if (known) return known;
    const said = new Map<string, { value: string; weight: number }>();
    const say = (style: CSSStyleDeclaration, weight: number) => {
      for (const name of style) {
        const isStrong = style.getPropertyPriority(name) === "important";
        const heavier = weight + (isStrong ? 1_000_000 : 0);
        if ((said.get(name)?.weight ?? -1) <= heavier)
          said.set(name, { value: style.getPropertyValue(name).trim(), weight: heavier });
      }
    };
    for (const { selector, style, weight } of this.#rules) if (matches(element, selector)) say(style, weight);
    say((element as SVGElement).style, 100_000);
    const own = new Map([...said].map(([name, { value }]) => [name, value]));
    this.#own.set(element, own);
    return own;
  }

  /** What holds for an element of a property that is inherited, be it said by an attribute or by a style. */
  inherited(element: Element, name: string): string | undefined {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const value = this.own(at).get(name) ?? at.getAttribute(name) ?? undefined;
      if (value !== undefined && value !== "inherit") return value;
    }
    return undefined;
  }
}

/** The rules of a sheet, one for each selector. */
export function rulesOf(sheet: CSSStyleSheet): Rule[] {
  return [...sheet.cssRules].flatMap((rule): Rule[] => {
    const { selectorText, style } = rule as CSSStyleRule;
    if (!selectorText) return [];
    return partsOf(selectorText).map((selector) => ({ selector, style, weight: weightOf(selector) }));
  });
}

export interface Rule {
  selector: string;
  style: CSSStyleDeclaration;
  weight: number;
}

/** The selectors of a list. */
function partsOf(list: string): string[] {
  return list.split(/,(?![^(]*\))/).map((part) => part.trim());
}

/** @see https://www.w3.org/TR/selectors-4/#specificity-rules */
function weightOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  const [ids, classes] = [count(/#[\w-]+/g), count(/\.[\w-]+|\[[^\]]*\]|(?<!:):(?!not|is|where)[\w-]+/g)];
  return ids * 10_000 + classes * 100 + count(/(?:^|[\s>+~(])[a-z][\w-]*/gi);
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    // A selector of other engines, such as `::-webkit-scrollbar`.
    return false;
  }
}
