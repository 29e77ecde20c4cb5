import type { Plugin } from "vite";

/**
 * Replaces Preact's JSX runtime by a call of the function that Preact has for the same thing. Preact's own
 * is quicker where thousands of elements are made at once; here it would only be more to load.
 */
export function smallJsxRuntime(): Plugin {
  return {
    name: "small-jsx-runtime",
    apply: "build",
    enforce: "pre",
    load: {
      // The file that browsers get: pages are made with Preact's own.
      filter: { id: /preact\/jsx-runtime\/dist\/jsxRuntime\.module\.js/ },
      handler: () => `import { createElement, Fragment } from "preact";
const jsx = (type, props, key) => createElement(type, key === undefined ? props : { ...props, key });
export { Fragment, jsx, jsx as jsxs };`,
    },
  };
}
