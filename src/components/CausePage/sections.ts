import { causeSections } from "../../content/schemas/cause.ts";

type Section = (typeof causeSections)[number];

/**
 * A cause's rendered text by its sections: their headings with what follows, in whatever order a page shows them.
 * @param html as the Markdown engine gives it: headings of rank two, each with the id of its section
 * @throws where a section is missing, which content checks have ruled out
 */
export function sectionsOf(html: string): Record<Section, { heading: string; body: string }> {
  const parts = html.split(/(?=<h2[ >])/);
  const found = parts.flatMap((part) => {
    const [, heading, id, body] = /^(<h2[^>]*\bid="([^"]+)"[^>]*>[\s\S]*?<\/h2>)([\s\S]*)$/.exec(part) ?? [];
    return heading && id && body !== undefined ? [[id, { heading, body }] as const] : [];
  });
  const sections = Object.fromEntries(found);
  for (const section of causeSections) {
    if (!(section in sections)) throw new Error(`A cause's text has no section {#${section}}.\nRun npm run check.`);
  }
  return sections as Record<Section, { heading: string; body: string }>;
}
