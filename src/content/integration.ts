import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { checkContent } from "./checks/index.ts";
import { formatProblems } from "./problems.ts";

/**
 * Checks the content before anything is made of it. A build fails with every problem at once;
 * `npm run dev` shows them and goes on, and looks again whenever a file in `content/` changes.
 */
export function checkedContent(): AstroIntegration {
  let root = "";
  return {
    name: "checked-content",
    hooks: {
      "astro:config:setup": ({ config, command, logger }) => {
        root = fileURLToPath(config.root);
        const problems = checkContent(root);
        if (problems.length === 0) return;
        if (command === "build") throw new AstroError(formatProblems(problems));
        logger.error(formatProblems(problems));
      },
      "astro:server:setup": ({ server, logger }) => {
        server.watcher.on("all", (_event, path) => {
          if (!path.includes("/content/")) return;
          const problems = checkContent(root);
          if (problems.length > 0) logger.error(formatProblems(problems));
        });
      },
    },
  };
}
