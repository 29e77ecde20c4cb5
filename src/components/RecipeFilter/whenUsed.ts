/** Loads the filter of the recipes when it is used, or when the address asks for something. */
const load = () => import("./filter.ts");

const form = document.querySelector("[data-recipe-filter]");
// Enter asks for nothing that is not shown already.
form?.addEventListener("submit", (event) => event.preventDefault());
if (location.search !== "") void load();
else for (const sign of ["focusin", "change"]) form?.addEventListener(sign, load, { once: true });

export {};
