/** Rules of textlint, whose packages have no types. */
declare module "textlint-rule-preset-*" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  const preset: {
    rules: Record<string, TextlintKernelRule["rule"]>;
    rulesConfig: Record<string, TextlintKernelRule["options"]>;
  };
  export default preset;
}
declare module "textlint-rule-prh" {
  import type { TextlintKernelRule } from "@textlint/kernel";

  const rule: TextlintKernelRule["rule"];
  export default rule;
}
