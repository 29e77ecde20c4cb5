/** What every page does for who does something with it: theme, language links, copy buttons, contents. */
import { sendable } from "../client/address.ts";
import { register } from "../client/offline/register.ts";
import { prefetchPointedAt } from "../client/prefetch.ts";

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
  const now = THEMES.indexOf((root.dataset.theme ?? "auto") as "auto");
  const next = THEMES[(now + 1) % THEMES.length] as (typeof THEMES)[number];
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
function rest(): void {
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (scrollY > innerHeight / 2) place = currentHeading();
  }, 800);
}
addEventListener("scroll", rest);
// This was loaded because they scrolled, perhaps.
rest();
for (const link of document.querySelectorAll<HTMLAnchorElement>(".menu [hreflang]")) {
  link.addEventListener("click", () => {
    store("language", link.hreflang);
    link.search = sendable(location.search);
    link.hash = place;
  });
}

const { copy = "", copied = "" } = document.body.dataset;
/** Gives each block of code a button in its head, unless it shows what is not to be pasted. */
function equip(part: ParentNode): void {
  for (const block of part.querySelectorAll<HTMLElement>(".code:not(.fails) pre")) {
    const head = block.previousElementSibling;
    if (!head?.matches("figcaption, .filebar") || head.querySelector(".copy") || !navigator.clipboard) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.textContent ?? "");
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 2000);
    });
    head.append(button);
  }
}
equip(document);
document.addEventListener("code-changed", (event) => equip((event as CustomEvent<HTMLElement>).detail));

// A long list beside a text opens where its reader is: it takes no room in what a page loads at first.
const here = document.querySelector<HTMLElement>(".left [aria-current]");
const list = here?.closest(".left");
const showHere = () => {
  if (here && list) list.scrollTop ||= here.offsetTop - innerHeight * 0.45;
};
showHere();
list?.addEventListener("toggle", showHere);

// The contents follow the reader: what stands in the upper third of the window is what they read.
const contents = [...document.querySelectorAll<HTMLAnchorElement>("#contents a")];
if (contents.length > 0) {
  const places = contents.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let current: HTMLAnchorElement | undefined;
  const follow = () => {
    const passed = places.findLastIndex((place) => place && place.getBoundingClientRect().top < innerHeight / 3);
    const link = contents[Math.max(0, passed)];
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    // Long contents go with them. Not `scrollIntoView()`: it would take the page along.
    const pane = link?.closest(".pane");
    if (link && pane) pane.scrollTop = link.offsetTop - pane.clientHeight / 2;
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
  for (const link of contents)
    link.addEventListener("click", () => document.querySelector<HTMLElement>("#contents:popover-open")?.hidePopover());
}

prefetchPointedAt();
if (import.meta.env.OFFLINE) void register();
