import { afterEach, expect, test } from "vitest";
import { type Served, serve } from "../../tests/support/ownServers.ts";
import { audit } from "./audit.ts";
import type { AuditLine, Miss } from "./types.ts";

const origin = "https://app.example.com";
const allowed = {
  "Access-Control-Allow-Origin": origin,
  "Access-Control-Allow-Methods": "PUT",
  "Access-Control-Allow-Headers": "authorization",
};

let server: Served | undefined;
afterEach(() => server?.stop());

interface Answered {
  status: number;
  headers: Record<string, string>;
}
/** What a server answers to; where nothing is said, well. */
type Behaviour = Partial<Record<"preflight" | "withToken" | "withoutToken", Answered>>;

/** What an audit with a token misses of a server on one line: of each the code, what was asked, and the causes. */
async function missesOf(line: AuditLine, { preflight, withToken, withoutToken }: Behaviour) {
  server = await serve((request, response) => {
    const asked = request.method === "OPTIONS" ? preflight : request.headers.authorization ? withToken : withoutToken;
    const { status, headers } = asked ?? { status: 200, headers: allowed };
    response.writeHead(status, headers).end();
  });
  const target = { urls: [server.url], origins: [origin], methods: ["PUT"], credentials: false };
  const { lines } = await audit({ ...target, headers: [["Authorization", "Bearer token"]] }, { rate: 1000 });
  const result = lines.find((each) => each.line === line);
  return result?.state === "fails" ? result.misses.map(shown) : result?.state;
}

function shown({ code, asked, request, causes }: Miss) {
  return [code, asked, new URL(request.url).pathname, ...causes];
}

test("where only the answer to the request lacks the headers, its cause says so", async () => {
  expect(await missesOf("actual", { withToken: { status: 200, headers: {} } })).toEqual([
    ["not-readable", "request", "/", "response-lacks-headers"],
  ]);
});

test("where the preflight lacks them, too, the answer's cause does not say that the preflight passes", async () => {
  expect(
    await missesOf("actual", { withToken: { status: 200, headers: {} }, preflight: { status: 204, headers: {} } }),
  ).toEqual([["not-readable", "request", "/", "allow-origin-missing"]]);
});

test("a server that redirects to its login in place of an error does not let its errors be read", async () => {
  const nowhere = "/preflight-guide-no-such-path";
  expect(await missesOf("errors", { withoutToken: { status: 307, headers: { Location: "/login" } } })).toEqual([
    ["redirected", "request", "/", "redirected-elsewhere"],
    ["redirected", "request", nowhere, "redirected-elsewhere"],
  ]);
});

test("a redirect that a page can follow is one in place of an error, and no cause", async () => {
  const misses = await missesOf("errors", {
    withoutToken: { status: 307, headers: { Location: "/login", ...allowed } },
  });
  expect(misses).toContainEqual(["redirected", "request", "/"]);
});

test("a redirect of everybody says nothing of errors", async () => {
  const elsewhere = { status: 301, headers: { Location: "/moved" } };
  const behaviour = { withToken: elsewhere, withoutToken: elsewhere };
  expect(await missesOf("errors", behaviour)).toBe("unknown");
  expect(await missesOf("no-redirect", behaviour)).toEqual([["redirected", "request", "/", "redirected-elsewhere"]]);
});
