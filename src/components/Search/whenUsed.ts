/** Loads the page of all results when something is asked: by the address, or in the field. */
const form = document.querySelector<HTMLFormElement>("[data-search-form]") as HTMLFormElement;
const use = async () => {
  const { start } = await import("./page.ts");
  start(form);
};
if (location.search === "") form.addEventListener("focusin", use, { once: true });
else void use();

export {};
