/** Shows the fix for the server that the reader has chosen, here or on another page. */
import { fetchCode } from "../Recipe/fetchCode.ts";
import { rememberedStack, rememberStack } from "../Recipe/rememberedStack.ts";

const box = document.querySelector<HTMLElement>("[data-stack-code]");
const select = box?.querySelector("select");

if (box && select) {
  let latest = 0;
  const show = async () => {
    const turn = ++latest;
    const option = select.selectedOptions[0];
    const address = option?.dataset.page;
    const code = box.querySelector<HTMLElement>("[data-recipe-code]");
    if (!address || !code) return;
    const link = box.querySelector<HTMLAnchorElement>("[data-recipe-link]");
    const status = box.querySelector<HTMLElement>("[data-recipe-status]");
    if (link) link.href = address;
    try {
      const part = await fetchCode(address);
      if (turn !== latest) return;
      code.replaceChildren(part.figure);
      status?.replaceChildren(...part.status);
      document.dispatchEvent(new CustomEvent("code-changed", { detail: code }));
    } catch (error) {
      if (turn !== latest) return;
      code.textContent = box.dataset.failed ?? "";
      status?.replaceChildren();
      console.warn(error);
    }
  };
  select.addEventListener("change", () => {
    rememberStack(select.value);
    void show();
  });
  const chosen = rememberedStack();
  if (chosen && chosen !== select.value && [...select.options].some(({ value }) => value === chosen)) {
    select.value = chosen;
    void show();
  }
}
