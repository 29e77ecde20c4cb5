/**
 * Measures: `npm run bench -- rules`, `-- search`, `-- site`. What each prints says its own file in `scripts/bench/`.
 * It is no test: a machine that does other things measures other times.
 */
const [what] = process.argv.slice(2);
if (what === "rules") await import("./bench/rules.ts");
else if (what === "search") await import("./bench/search.ts");
else if (what === "site") await import("./bench/site.ts");
else {
  console.error(
    `"${what ?? ""}" is nothing that is measured.\nRun: npm run bench -- rules, npm run bench -- search, or npm run bench -- site`,
  );
  process.exitCode = 1;
}
