import { satteri } from "@astrojs/markdown-satteri";
import type { MdastPluginEntry } from "satteri";
import { markdownFeatures } from "../content/markdownFeatures.ts";
import { prepare } from "./cjk.ts";
import { hastPlugins, mdastPlugins } from "./plugins.ts";
import { withoutScaffold } from "./scaffold.ts";

/**
 * The engine with our plugins, for `.md` and `.mdx` alike, and with what has to be done before it reads and after.
 * @param watchers plugins that look at a text once ours have changed it
 */
export function markdown(watchers: readonly MdastPluginEntry[] = []) {
  const engine = satteri({
    features: markdownFeatures,
    mdastPlugins: [...mdastPlugins, ...watchers],
    hastPlugins,
  });
  return {
    ...engine,
    async createRenderer(...shared: Parameters<typeof engine.createRenderer>) {
      const renderer = await engine.createRenderer(...shared);
      return {
        async render(...[content, options]: Parameters<typeof renderer.render>) {
          const { code, metadata } = await renderer.render(prepare(content), options);
          const headings = metadata.headings.map((heading) => ({ ...heading, text: withoutScaffold(heading.text) }));
          return { code: withoutScaffold(code), metadata: { ...metadata, headings } };
        },
      };
    },
    async createMdxRenderer(...shared: Parameters<NonNullable<typeof engine.createMdxRenderer>>) {
      const renderer = await engine.createMdxRenderer?.(...shared);
      if (!renderer) throw new Error("This version of the Markdown engine reads no MDX.\nRun npm ci.");
      return {
        async process(...[content, path, frontmatter]: Parameters<typeof renderer.process>) {
          const result = await renderer.process(prepare(content), path, frontmatter);
          return { ...result, code: withoutScaffold(result.code) };
        },
      };
    },
  };
}
