import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { ContentFolder } from "../content/checks/context.ts";
import { checkContent } from "../content/checks/index.ts";
import { forgetContentIds } from "../content/ids.ts";
import { formatProblems } from "../problems.ts";

/** How long no file must have changed, in milliseconds: editors, git and tools write many at once. */
const PAUSE = 100;

/**
 * Checks the content before anything is made of it. A build fails with every problem at once;
 * `npm run dev` shows them and goes on, and looks again whenever a file in `content/` changes.
 */
export function checkedContent(): AstroIntegration {
  let content: ContentFolder;
  return {
    name: "checked-content",
    hooks: {
      "astro:config:setup": ({ config, command, logger }) => {
        content = new ContentFolder(fileURLToPath(config.root));
        const problems = checkContent(content);
        if (problems.length === 0) return;
        if (command === "build") throw new AstroError(formatProblems(problems));
        logger.error(formatProblems(problems));
      },
      "astro:server:setup": ({ server, logger }) => {
        const check = () => {
          const problems = checkContent(content);
          if (problems.length > 0) logger.error(formatProblems(problems));
        };
        let pending: NodeJS.Timeout | undefined;
        server.watcher.on("all", (_event, path) => {
          if (relative(content.path, path).startsWith("..")) return;
          // At once: the page that is asked for next may link to what has just been written.
          forgetContentIds();
          clearTimeout(pending);
          pending = setTimeout(check, PAUSE);
        });
      },
    },
  };
}
