/** Shows the reader's stack in all tabs of the page: the one that the address names, else the one chosen last on any page. */
import { rememberedStack, rememberStack } from "../Recipe/rememberedStack.ts";

const radios = [...document.querySelectorAll<HTMLInputElement>(".stacks > label > input")];

/** A group that lacks the stack keeps what it shows. */
function choose(recipe: string): void {
  for (const radio of radios) if (radio.value === recipe) radio.checked = true;
}

/** What a link leads to may be behind another tab. */
function follow(): void {
  // Not by `:target`: the browser has not looked for it yet when this runs first. Ids here are ASCII.
  const target = document.getElementById(location.hash.slice(1));
  const stack = target?.closest(".stack");
  if (!target || !stack) return;
  choose(stack.id);
  target.scrollIntoView();
}

choose(rememberedStack());
follow();
addEventListener("hashchange", follow);
for (const radio of radios) {
  radio.addEventListener("change", () => {
    rememberStack(radio.value);
    choose(radio.value);
  });
}
