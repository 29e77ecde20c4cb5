/**
 * Takes the picture in README.md: the English home page of the built site.
 * Usage: npm run screenshot
 */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { serveSite } from "./serve.ts";
import { ensureBuilt } from "./support/ensureBuilt.ts";
import { launchChromium } from "./support/launchChromium.ts";

const picture = "docs/home.png";

await ensureBuilt();
const { server, address } = await serveSite();
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light", locale: "en" });
  await page.goto(`${address}en/`, { waitUntil: "networkidle" });
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(picture);
} finally {
  await browser.close();
  server.close();
}
