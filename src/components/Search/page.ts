/** The page of all results: what is asked for stands in its address. */
import { showInAddress } from "../../client/address.ts";
import { Finder, loadPlace } from "./finder.tsx";
import { keepCurrentSearch } from "./remembered.ts";

/** More results than this nobody reads; the count says how many there are. */
const SHOWN = 60;

export async function start(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector("input") as HTMLInputElement;
  const [hint, list, index] = ["hint", "found", "index"].map((part) =>
    document.querySelector<HTMLElement>(`[data-search-${part}]`),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  const asked = new URLSearchParams(location.search).get("q") ?? "";
  // What is in the field already was typed while this was loaded.
  if (input.value === "") input.value = asked;
  const finder = new Finder(await loadPlace(), { hint, list, shown: SHOWN, more: false });
  addEventListener("scroll", () => finder.showAll(), { passive: true });
  const run = () => {
    const query = input.value;
    const isEmpty = query.trim() === "";
    if (isEmpty) finder.clear("");
    else finder.find(query);
    list.classList.toggle("asked", !isEmpty);
    index.hidden = !isEmpty;
  };
  input.addEventListener("input", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = input.value.trim();
    showInAddress(query && `?${new URLSearchParams({ q: query })}`);
    keepCurrentSearch(query);
  });
  if (input.value !== "") run();
}
