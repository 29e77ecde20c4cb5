import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineMdastPlugin } from "satteri";

/**
 * Names a picture of `public/` as a file, as one beside the text is: Astro then measures it, makes it smaller, and
 * serves it below the site's path.
 */
export const publicPictures = defineMdastPlugin({
  name: "public-pictures",
  image(node, context) {
    if (!/^\/(?!\/)/.test(node.url) || !context.fileURL) return;
    const file = join(process.cwd(), "public", decodeURI(node.url));
    // The check tells of it with its line; Astro would stop at the page.
    if (!existsSync(file)) return;
    const path = relative(dirname(fileURLToPath(context.fileURL)), file).replaceAll("\\", "/");
    context.setProperty(node, "url", encodeURI(path));
  },
});
