/** Loads the filter of the causes when it is used, or when the address asks for something. */
const load = () => import("./filter.ts");

const form = document.querySelector("[data-cause-filter]");
// Enter asks for nothing that is not shown already, and does not load the page anew while the filter is on its way.
form?.addEventListener("submit", (event) => event.preventDefault());
if (location.search !== "") void load();
else {
  for (const sign of ["focusin", "change"]) form?.addEventListener(sign, load, { once: true });
}

export {};
