/**
 * Brings each checker on the page to life when it comes into view. Astro's own island runtime does
 * this for any framework and any page; it would be 2 KB of every guide's first load, and this is 0.7.
 */
import type { Language } from "../../i18n/languages.ts";
import { bringToLife } from "../bringToLife.ts";

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      const element = target as HTMLElement;
      const { checker: props = "", language } = element.dataset;
      void bringToLife("checker", language, import("./mount.tsx"), ({ mount }, words) =>
        mount(element, JSON.parse(props), language as Language, words),
      );
    }
  },
  { rootMargin: "200px" },
);
for (const element of document.querySelectorAll("[data-checker]")) observer.observe(element);
