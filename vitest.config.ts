import { defineConfig } from "vitest/config";

/** Tests of `src/` that put another module in a module's place: what they load is for nobody else. */
const replacing = [
  "src/site.config.test.ts",
  "src/build/checkedContent.test.ts",
  "src/content/checks/growth.test.ts",
  "src/content/scale.test.ts",
  "src/evidence/compare.test.ts",
];

export default defineConfig({
  test: {
    watch: false,
    // Long, because a machine that does other things too is no reason to fail: nothing here is timed.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // More than a small machine has cores: with three, half of the time of two cores went by with nothing to do, while
    // servers started and browsers loaded.
    maxWorkers: 5,
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: [...replacing, "scripts/**/*.test.ts", "tests/*.test.ts"],
        },
      },
      {
        // All in one module graph: the rules, scenarios and content are read once, not once for each of 70 files.
        extends: true,
        test: { name: "src", include: ["src/**/*.test.ts"], exclude: replacing, isolate: false },
      },
      {
        extends: true,
        test: { name: "browser", include: ["tests/browser/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "conformance",
          include: ["tests/conformance/**/*.test.ts"],
          globalSetup: "tests/conformance/setUp.ts",
        },
      },
      {
        extends: true,
        test: { name: "package", include: ["tests/package/**/*.test.ts"], globalSetup: "tests/package/setUp.ts" },
      },
      {
        // Apart, so that a run of other tests need not wait for the site to be built.
        extends: true,
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts", "tests/search/**/*.test.ts"],
          globalSetup: "tests/support/builtSite.ts",
          // The rules, the words and the built pages are read once, not once for each of twenty files.
          isolate: false,
          // Pages side by side in one browser: more would only wait for each other.
          maxConcurrency: 3,
        },
      },
    ],
  },
});
