import type { Plugin } from "vite";

/** Who gets copies, and of what. */
const READERS = /\/src\/(?:generator|components\/Recipe\w*)\/|\?apart$/;
const SHARED = /\/src\/(?:rules\/|components\/Checker\/|i18n\/fillIn)/;

/**
 * Gives the recipes' scripts copies of what they use of the checker's. A module that two scripts share
 * becomes a file of its own, and the checker's script, cut in pieces, would compress so much worse that
 * it would be over its limit. The copies are small: what a recipe does not call is left out of them.
 */
export function rulesApart(): Plugin {
  return {
    name: "rules-apart",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    async resolveId(source, importer, options) {
      if (!importer || !READERS.test(importer)) return null;
      const resolved = await this.resolve(source, importer.replace(/\?apart$/, ""), { ...options, skipSelf: true });
      return resolved && SHARED.test(resolved.id) ? { ...resolved, id: `${resolved.id}?apart` } : resolved;
    },
  };
}
