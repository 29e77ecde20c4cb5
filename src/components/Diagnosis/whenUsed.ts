/** Loads the box when it is used, or when the address has something for it. What was done meanwhile is not lost. */
const form = document.querySelector<HTMLFormElement>("[data-box]") as HTMLFormElement;
let example: HTMLElement | undefined;
let asked = false;
let used = false;

form.addEventListener("click", ({ target }) => {
  example = (target as Element).closest<HTMLElement>("[data-example]") ?? example;
});
form.addEventListener("paste", () => {
  asked = true;
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  asked = true;
});
form.addEventListener("dragover", (event) => event.preventDefault());
form.addEventListener("drop", (event) => {
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const files = event.dataTransfer?.files;
  if (!input || !files?.length) return;
  event.preventDefault();
  // As if it had been chosen: that is kept until there is a script to read it.
  input.files = files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
const use = async () => {
  if (used) return;
  used = true;
  try {
    const { start } = await import("./box.ts");
    start(form, example, asked);
  } catch (error) {
    console.error(error);
    // The causes' table has the messages, too.
    form.submit();
  }
};
for (const sign of ["focusin", "change", "click", "dragover"]) form.addEventListener(sign, use);
if (location.hash.startsWith("#paste=") || location.search !== "") void use();
