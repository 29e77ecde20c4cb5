/**
 * Brings each checker on the page to life when it comes into view. Astro's own island runtime does
 * this for any framework and any page; it would be 2 KB of every guide's first load, and this is 0.3.
 */
const words = import.meta.glob<{ checker: import("../../i18n/types.ts").CheckerStrings }>("../../i18n/ui/*/checker.ts");

async function bringToLife(element: HTMLElement): Promise<void> {
  const { checker: props = "", language } = element.dataset;
  const [{ mount }, strings] = await Promise.all([
    import("./mount.tsx"),
    words[`../../i18n/ui/${language}/checker.ts`]?.(),
  ]);
  if (strings) mount(element, JSON.parse(props), strings.checker);
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      void bringToLife(target as HTMLElement);
    }
  },
  { rootMargin: "200px" },
);
for (const element of document.querySelectorAll("[data-checker]")) observer.observe(element);
