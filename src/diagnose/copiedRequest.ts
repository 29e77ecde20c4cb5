import type { CorsRequest } from "../rules/index.ts";
import { readCommand } from "./wire/commands.ts";
import { isAuthorHeader } from "./wire/kept.ts";
import { linesOf } from "./wire/lines.ts";
import type { SeenRequest } from "./wire/message.ts";

/** A request out of a copied command, with all that it holds, secrets among it: to be sent, not to be shown. */
export interface CopiedRequest extends Partial<CorsRequest> {
  /** The value of the header Cookie. */
  cookie?: string;
}

/**
 * Reads the first command of a text, or the first call: curl, `fetch()`, PowerShell and whatever else `diagnose()` takes.
 * @returns nothing where there is none
 */
export function readCopiedRequest(text: string): CopiedRequest | undefined {
  for (const line of linesOf(text)) {
    const [request] = readCommand(text, line, line.text.trim())?.requests ?? [];
    if (request) return copied(request);
  }
  return undefined;
}

function copied({ method, url, headers, target: _, ...settings }: SeenRequest): CopiedRequest {
  const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const cookie = headerOf("cookie");
  const origin = headerOf("origin") ?? originOf(headerOf("referer"));
  return {
    ...settings,
    method,
    ...(url !== null && { url }),
    ...(origin !== undefined && { origin }),
    headers: headers.filter(([name]) => isAuthorHeader(name)),
    ...(cookie !== undefined && { cookie, credentials: "include" }),
  };
}

function originOf(referer: string | undefined): string | undefined {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : undefined;
}
