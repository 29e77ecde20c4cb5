import { speculationRules } from "./speculationRules.ts";

/**
 * Fetches a page of this site ahead for who rests on its link: by Speculation Rules, of which the browser knows best what
 * to make, or else by a link of this page's. Who saves data is spared it.
 */
export function prefetchPointedAt(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  if (HTMLScriptElement.supports?.("speculationrules")) addRules();
  else if (document.createElement("link").relList.supports("prefetch")) followPointer();
}

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

function addRules(): void {
  const rules = document.createElement("script");
  rules.type = "speculationrules";
  rules.textContent = speculationRules(base);
  document.head.append(rules);
}

/** In milliseconds: who only passes over a link wants nothing of it. It is what browsers wait by a rule. */
const REST = 200;

function followPointer(): void {
  const fetched = new Set([location.pathname]);
  let resting: ReturnType<typeof setTimeout>;
  addEventListener("pointerover", ({ target }) => {
    clearTimeout(resting);
    const link = (target as Element).closest?.<HTMLAnchorElement>("a[href]");
    const isPage = link?.origin === location.origin && link.pathname.startsWith(base) && link.pathname.endsWith("/");
    if (!isPage || fetched.has(link.pathname)) return;
    resting = setTimeout(() => {
      fetched.add(link.pathname);
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: link.pathname }));
    }, REST);
  });
}
