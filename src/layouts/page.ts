/** What every page does once it is there: theme, language links, search, copy buttons. */
import { sendable } from "../client/address.ts";

const root = document.documentElement;
const THEMES = ["auto", "light", "dark"] as const;

function store(key: string, value: string): void {
  try {
    localStorage[key] = value;
  } catch {
    // Storage may be turned off; the choice then lasts for this page.
  }
}

const themeButton = document.querySelector<HTMLButtonElement>("[data-theme-button]");
function showTheme(): void {
  const theme = root.dataset.theme ?? "auto";
  if (themeButton) themeButton.title = themeButton.dataset[theme] ?? "";
  themeButton?.setAttribute("aria-label", themeButton.title);
}
themeButton?.addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf((root.dataset.theme ?? "auto") as "auto") + 1) % THEMES.length] ?? "auto";
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
  store("theme", next);
  showTheme();
});
showTheme();

/** The heading that the reader is at: the last one above the upper third of the window. */
function currentHeading(): string {
  const passed = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
  );
  return passed.at(-1)?.id ?? "";
}
// Whoever wants to switch has to scroll up to the switch first: their place is where they last stayed below it.
let place = location.hash.slice(1);
let resting: ReturnType<typeof setTimeout>;
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (scrollY > innerHeight / 2) place = currentHeading();
  }, 800);
});
for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-language]")) {
  link.addEventListener("click", () => {
    store("language", link.dataset.language ?? "");
    link.search = sendable(location.search);
    link.hash = place;
  });
}

const searchButton = document.querySelector<HTMLButtonElement>("[data-search]");
async function openSearch(): Promise<void> {
  const { openDialog } = await import("../search/dialog.ts");
  openDialog();
}
searchButton?.addEventListener("click", openSearch);
addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (slash || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
    event.preventDefault();
    void openSearch();
  }
});

const { copy = "", copied = "" } = document.body.dataset;
for (const block of document.querySelectorAll<HTMLPreElement>(".prose pre")) {
  if (!navigator.clipboard) break;
  const box = document.createElement("div");
  box.className = "codebox";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.textContent ?? "");
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
  block.replaceWith(box);
  box.append(block, button);
}
for (const control of document.querySelectorAll<HTMLElement>("[data-needs-script]")) control.hidden = false;
