import type { Finding } from "../../diagnose/index.ts";
import { curlCommand, methodOption } from "../../generator/curlCommand.ts";
import type { Shell } from "../../generator/shells.ts";
import {
  type Cause,
  type CorsRequest,
  causes,
  decidePreflight,
  type Exchange,
  plainRequest,
} from "../../rules/index.ts";

/**
 * The exchange of a finding as it is drawn: the example of its likeliest cause, from the reader's page to the reader's
 * server where that is known and makes no other exchange of it.
 */
export function drawnExchange({ causes: [first], exchange }: Finding): Exchange | undefined {
  const cause = causes.find(({ id }) => id === first?.id);
  if (!cause) return undefined;
  const own: Exchange = { ...cause.example, request: { ...cause.example.request, ...addressesOf(exchange?.request) } };
  return isLike(cause, own) && cause.mended && !cause.example.redirects ? own : cause.example;
}

/** Where a request comes from and where it goes: what a reader knows theirs by. */
function addressesOf({ origin, url }: Partial<CorsRequest> = {}): Partial<CorsRequest> {
  return { ...(origin !== undefined && { origin }), ...(url !== undefined && URL.canParse(url) && { url }) };
}

/** Whether the example is about the same kinds of addresses: between origins, over the same scheme. */
function isLike({ example }: Cause, { request }: Exchange): boolean {
  const kind = ({ origin, url }: CorsRequest) =>
    URL.canParse(url) ? `${new URL(url).origin === origin} ${new URL(url).protocol} ${origin === "null"}` : "";
  return kind(request) === kind(example.request);
}

/** What is asked in the cause's example, where its preflight fails; else a plain GET. */
function asExample(found: Finding["causes"][number] | undefined): Pick<CorsRequest, "method" | "headers"> {
  const cause = causes.find(({ id }) => id === found?.id);
  if (cause?.phase !== "preflight") return { method: "GET", headers: [] };
  const { method, headers } = cause.example.request;
  return { method, headers };
}

/**
 * A line of curl that asks the server what the browser asked it, with the reader's own values.
 * @returns nothing where too little is known of the request
 */
export function curlLine({ causes: [first], exchange }: Finding, shell: Shell): string | undefined {
  const { origin, url, method, headers } = { ...asExample(first), ...exchange?.request };
  if (origin === undefined || url === undefined || !URL.canParse(url) || !/^https?:/i.test(url)) return undefined;
  const { preflightRequest } = decidePreflight(plainRequest({ origin, url, method, headers }));
  const asks = preflightRequest?.headers.filter(([name]) => name.startsWith("Access-Control-")) ?? [];
  const how = preflightRequest ? "-X OPTIONS" : methodOption(shell, method);
  return curlCommand(shell, how, url, [["Origin", origin], ...asks]);
}
