import "./notation.ts";

/** The components that guides use, by their tags: each is called as its file is. `schemas/components.ts` has their attributes. */
const files = import.meta.glob<{ default: unknown }>("./*.astro", { eager: true });

export const guideComponents = Object.fromEntries(
  Object.entries(files).map(([path, file]) => [path.slice("./".length, -".astro".length), file.default]),
);
