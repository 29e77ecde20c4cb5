import { findFirefox } from "../lab/engines/firefox.ts";
import { findWebKit } from "../lab/engines/webkit.ts";
import { installPackages } from "./system-packages.ts";

/** A browser that the lab drives, besides Chromium. */
interface Engine {
  name: string;
  find(): string | undefined;
  /** Debian's packages. */
  packages: readonly string[];
  /** The environment variable that names its program. */
  variable: string;
}

/**
 * Finds Firefox, and installs Debian's package where there is none and where that is possible.
 * @returns its path
 * @throws where there is still none; the error says what to install
 */
export function ensureFirefox(): Promise<string> {
  return ensure({ name: "Firefox", find: findFirefox, packages: ["firefox-esr"], variable: "FIREFOX_PATH" });
}

/**
 * Finds WebKitGTK's MiniBrowser and Xvfb, and installs Debian's packages where one is missing and where that is
 * possible.
 * @returns MiniBrowser's path
 * @throws as `ensureFirefox` does
 */
export function ensureWebKit(): Promise<string> {
  const packages = ["libwebkit2gtk-4.1-0", "xvfb"];
  return ensure({ name: "WebKitGTK's MiniBrowser or Xvfb", find: findWebKit, packages, variable: "WEBKIT_PATH" });
}

async function ensure({ name, find, packages, variable }: Engine): Promise<string> {
  const found = find();
  if (found) return found;

  const problem = await installPackages(packages);
  const installed = find();
  if (installed) return installed;

  const detail = problem ? ` (apt-get said: ${problem})` : "";
  throw new Error(
    `${name} is missing: run "apt-get install ${packages.join(" ")}", or set ${variable} to the browser's path${detail}.`,
  );
}
