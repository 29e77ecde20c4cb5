/** The faces of a language, the first one that has a character before the others. In one that has none no cards are drawn. */
export const facesOf: Readonly<Record<string, readonly string[]>> = {
  "zh-TW": ["noto-sans-tc", "noto-sans-jp"],
  ja: ["noto-sans-jp", "noto-sans-tc"],
  en: ["noto-sans-jp", "noto-sans-tc"],
};

/** For what a machine says. */
export const MONO = "noto-sans-mono";

/** What texts are set with: another version may set them otherwise. */
export const packagesOfFaces = [...new Set([...Object.values(facesOf).flat(), MONO])]
  .map((name) => `@fontsource-variable/${name}`)
  .concat("harfbuzzjs");
