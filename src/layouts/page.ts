/** What every page does from the start: it opens the search, and loads the rest once its reader does something. */
import { firstSign } from "../client/firstSign.ts";

let isLively = false;
const lively = async () => {
  await import("./lively.ts").catch(console.warn);
  isLively = true;
};
void firstSign.then(lively);

const searchButton = document.querySelector<HTMLButtonElement>("[data-search]");
const search = () => import("../components/Search/dialog.ts");
const openSearch = async () => (await search()).openDialog();
searchButton?.addEventListener("click", openSearch);
// So that the first search need not wait for what it loads.
for (const sign of ["pointerenter", "focus"]) {
  searchButton?.addEventListener(sign, async () => (await search()).prepare(), { once: true });
}
addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest?.("input, textarea, select");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (slash || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    void openSearch();
  }
});

// Who comes from the search sees what they looked for.
try {
  if (sessionStorage.marked) void search().then(({ showMarks }) => showMarks());
} catch {
  // Storage may be turned off; nothing is marked then.
}

// A click on what the rest does waits for it. Where it cannot be had, a link leads on all the same.
addEventListener(
  "click",
  async (event) => {
    const pressed = (event.target as Element).closest<HTMLElement>("[data-theme-button], .menu [hreflang]");
    if (isLively || !pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    await lively();
    pressed.click();
  },
  true,
);
