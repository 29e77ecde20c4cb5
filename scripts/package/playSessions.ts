import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorFile, type Session, sessions } from "../../src/evidence/terminalSessions.ts";
import { href } from "../../src/i18n/routes.ts";
import { type Language, languages, site } from "../../src/site.config.ts";
import { freePort } from "../support/freePort.ts";
import { runProgram, startProgram } from "../support/program.ts";

/** The address in the sessions; the server of a run listens at another port. */
const SHOWN = "127.0.0.1:8080";

/**
 * Types the sessions of the command line's page, in each language, and says what is printed: `{site}` stands for the
 * address of the site in that language.
 * @param root the project's
 * @param bin the command, of a package that was made
 */
export async function playSessions(root: string, bin: string): Promise<Record<Language, Record<Session, string>>> {
  const folder = mkdtempSync(join(tmpdir(), "preflight-sessions-"));
  const port = await freePort();
  const server = startProgram({
    command: [process.execPath, join(root, "content/recipes/node-http/broken.js")],
    env: { ...process.env, PORT: String(port) },
  });
  try {
    writeFileSync(join(folder, "error.txt"), errorFile);
    await server.printed(/(http:\S+)/, 60_000);
    const played = {} as Record<Language, Record<Session, string>>;
    for (const language of languages) {
      const said = {} as Record<Session, string>;
      for (const [name, args] of Object.entries(sessions) as [Session, readonly string[]][]) {
        const typed = args.map((arg) => arg.replace(SHOWN, `127.0.0.1:${port}`));
        const command = [process.execPath, bin, ...typed, "--lang", language];
        const { output } = await runProgram({ command, folder });
        const home = new URL(href(language, "home"), site.url).href;
        said[name] = output.replaceAll(`127.0.0.1:${port}`, SHOWN).replaceAll(home, "{site}");
      }
      played[language] = said;
    }
    return played;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}
