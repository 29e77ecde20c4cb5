import type { Page } from "playwright-core";
import { uiStrings } from "../../src/i18n/strings.ts";
import type { Language } from "../../src/site.config.ts";

/** Chooses a method in the checker's form: one of the segments, or typed where it is none of them. */
export async function chooseMethod(page: Page, method: string, language: Language = "en"): Promise<void> {
  const t = uiStrings[language].checker;
  await page.locator("form.checklist").waitFor();
  const segment = page.getByRole("radio", { name: method, exact: true });
  if ((await segment.count()) > 0) return segment.check();
  await page.getByRole("radio", { name: t["field.method.other"], exact: true }).check();
  await page.getByLabel(t["field.method.typed"]).fill(method);
}
