/** A recipe's code as its own page has it, and whether it was run. */
export interface RecipePart {
  figure: HTMLElement;
  pre: HTMLElement;
  status: HTMLElement[];
}

/**
 * Takes a recipe's code out of its own page.
 * @param address the page's
 * @throws where there is no such page, or no code on it
 */
export async function fetchCode(address: string): Promise<RecipePart> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = page.querySelector<HTMLElement>("[data-recipe-code] > figure");
  if (!found) throw new Error(`${address} has no code.`);
  const figure = document.importNode(found, true);
  const pre = figure.querySelector("pre");
  if (!pre) throw new Error(`${address} has no code.`);
  const status = [...page.querySelectorAll<HTMLElement>(".badge > .status")].map((line) =>
    document.importNode(line, true),
  );
  return { figure, pre, status };
}
