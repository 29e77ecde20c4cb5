import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { site } from "../../src/site.config.ts";
import { adviseSiteUrl, describeSite } from "./siteReport.ts";

test("pages are counted for each language, files and their size for all", () => {
  const folder = mkdtempSync(join(tmpdir(), "site-report-"));
  try {
    for (const path of ["", "ja/", "ja/checker/", "en/"]) {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, "index.html"), "page".repeat(10_000));
    }
    writeFileSync(join(folder, "ja/feed.xml"), "");
    expect(describeSite(folder)).toBe("pages: 0 zh-TW, 2 ja, 1 en; 5 files, 0.2 MB");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("who has not said where the site is to be served from is told what it says then, and what to do", () => {
  expect(adviseSiteUrl({})).toMatch(new RegExp(`^SITE_URL is not set: .* ${site.url}\\.\n.*SITE_URL=https`));
  expect(adviseSiteUrl({ SITE_URL: site.url })).toBeUndefined();
});
