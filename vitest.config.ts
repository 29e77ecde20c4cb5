import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    watch: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: ["tests/site/**", "tests/recipes/**"],
          sequence: { groupOrder: 1 },
        },
      },
      {
        // After the others: forty servers and their builds would slow down every browser beside them.
        extends: true,
        test: { name: "recipes", include: ["tests/recipes/**/*.test.ts"], sequence: { groupOrder: 2 } },
      },
      {
        // Apart, so that a run of other tests need not wait for the site to be built.
        extends: true,
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/support/builtSite.ts",
          // Pages side by side in one browser: more would only wait for each other.
          maxConcurrency: 3,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
