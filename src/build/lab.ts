import type { AstroIntegration } from "astro";
import { reportAddress } from "../content/forge.ts";
import { site } from "../site.config.ts";

/**
 * Tells the pages' scripts where the lab is that readers' browsers try requests on, and where a report of what they did
 * goes. They are constants: of a site without a lab, no script holds what asks one.
 */
export function lab(): AstroIntegration {
  return {
    name: "lab",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        const define = {
          "import.meta.env.LAB": JSON.stringify(site.lab ?? ""),
          "import.meta.env.REPORT": JSON.stringify(reportAddress() ?? ""),
        };
        updateConfig({ vite: { define } });
      },
    },
  };
}
