import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { ContentFolder } from "../content/checks/context.ts";
import { checkContent } from "../content/checks/index.ts";
import { forgetContentIds } from "../content/ids.ts";
import { formatProblems, type Problem } from "../problems.ts";
import { overlayOf } from "./problemOverlay.ts";

/** How long no file must have changed, in milliseconds: editors, git and tools write many at once. */
const PAUSE = 100;

/**
 * Checks the content before anything is made of it. A build fails with every problem at once;
 * `npm run dev` shows them, in the terminal and over the page, and goes on, and looks again whenever a file in
 * `content/` changes. What is only not translated yet is left to the terminal: its author wants to see the page.
 */
export function checkedContent(): AstroIntegration {
  let content: ContentFolder;
  let problems: Problem[] = [];
  return {
    name: "checked-content",
    hooks: {
      "astro:config:setup": ({ config, command, logger }) => {
        const looked = new ContentFolder(fileURLToPath(config.root));
        // A build looks once: what has been parsed would be in its memory to the end.
        if (command === "dev") content = looked;
        problems = checkContent(looked);
        if (problems.length === 0) return;
        if (command === "build") throw new AstroError(formatProblems(problems));
        logger.error(formatProblems(problems));
      },
      "astro:server:setup": ({ server, logger }) => {
        const { hot } = server.environments.client;
        const check = () => {
          const before = overlayOf(problems, content.root);
          problems = checkContent(content);
          if (problems.length > 0) logger.error(formatProblems(problems));
          const overlay = overlayOf(problems, content.root);
          if (overlay) hot.send(overlay);
          // A page takes away what lies over it only where it is loaded anew.
          else if (before) hot.send({ type: "full-reload" });
        };
        hot.on("vite:client:connect", () => {
          const overlay = overlayOf(problems, content.root);
          // To all: Astro puts the lines of the file beside what is sent so, and writes its marks out.
          if (overlay) hot.send(overlay);
        });
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
