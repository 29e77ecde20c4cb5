/** Shows each text on a line of its own. What is said already is not said again, to those who hear the page. */
export function showTexts(place: HTMLElement, texts: readonly string[]): void {
  if (place.textContent === texts.join("")) return;
  place.replaceChildren(...texts.map((textContent) => Object.assign(document.createElement("span"), { textContent })));
}
