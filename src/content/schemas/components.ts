/** The names of the checker's presets; `src/components/Checker/presets.ts` has the request of each. */
export const presetNames = [
  "default",
  "plain-get",
  "fetch-json",
  "axios-put",
  "put-authorization",
  "apps-script",
  "localhost-json",
  "upload-progress",
  "get-cookie",
  "local-model",
  "event-stream",
  "token-endpoint",
  "app-origin",
] as const;
export type PresetName = (typeof presetNames)[number];

/** What a guide writes as the value of a component's attribute. */
export interface ComponentAttribute {
  required: boolean;
  /** The id of a cause or a recipe, the name of a preset, or any text. */
  holds: "cause" | "recipe" | "preset" | "text";
}

/** The components that guides use, by their tags, and the attributes of each. `src/components/mdx/` has them. */
export const components: Readonly<Record<string, Readonly<Record<string, ComponentAttribute>>>> = {
  Checker: { preset: { required: false, holds: "preset" } },
  Correction: { claim: { required: true, holds: "text" } },
  Exchange: { cause: { required: true, holds: "cause" } },
  Messages: { cause: { required: true, holds: "cause" } },
  Note: {},
  Stack: { recipe: { required: true, holds: "recipe" } },
  Stacks: {},
};
