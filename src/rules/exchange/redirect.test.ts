import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeSeed } from "../../../scripts/support/seed.ts";
import { anyRequest, hostile } from "../examples/arbitraries.ts";
import { ORIGIN, request } from "../examples/index.ts";
import type { CorsRequest, HeaderLine } from "../types.ts";
import { followRedirect, type RedirectStop } from "./redirect.ts";

fc.configureGlobal({ seed: takeSeed("Redirects") });

const A = ORIGIN;
const B = "https://api.example.com";
const C = "https://other.example.com";

const redirect = (status: number, ...locations: string[]) => ({
  status,
  headers: locations.map((location): HeaderLine => ["Location", location]),
});

/** Follows a redirect of a request's first URL. */
function follow(changes: Partial<CorsRequest>, status: number, ...locations: string[]) {
  const first = request(changes);
  return followRedirect(first, redirect(status, ...locations), [first.url]);
}

function next(changes: Partial<CorsRequest>, status: number, location = "/next"): CorsRequest {
  const followed = follow(changes, status, location);
  if (followed === null || "stop" in followed) throw new Error(`not followed: ${JSON.stringify(followed)}`);
  return followed.next;
}

describe("no redirect to follow", () => {
  test.for([200, 204, 300, 304, 305, 306, 399, 400, 401, 201])("%i with a Location", (status) => {
    expect(follow({}, status, "/next")).toBeNull();
  });

  test.for([301, 302, 303, 307, 308])("%i without one", (status) => {
    expect(follow({}, status)).toBeNull();
  });
});

describe("the URL", () => {
  test.for<[from: string, location: string, to: string]>([
    [`${B}/items`, "/next", `${B}/next`],
    [`${B}/items/1`, "2", `${B}/items/2`],
    [`${B}/items?a`, "?b", `${B}/items?b`],
    [`${B}/items`, "", `${B}/items`],
    [`${B}/items`, ` ${C}/ \t`, `${C}/`],
    [`${B}/items`, "//other.example.com", `${C}/`],
    [`${B}/items`, "HTTP://API.example.com:80/a b", "http://api.example.com/a%20b"],
    [`${B}/items#a`, "/next", `${B}/next#a`],
    [`${B}/items#a`, "/next#b", `${B}/next#b`],
    [`${B}/items#a`, "/next#", `${B}/next#`],
    [`${B}/items#`, "/next", `${B}/next#`],
    [`${B}/items`, "#b", `${B}/items#b`],
    [`${B}/items#a`, `${C}?x`, `${C}/?x#a`],
  ])("%s and %j lead to %s", ([from, location, to]) => {
    expect(next({ url: from }, 302, location).url).toBe(to);
  });
});

describe("a redirect that fails", () => {
  const credentials = "https://user:pass@api.example.com/";
  test.for<[what: string, stop: RedirectStop, changes: Partial<CorsRequest>, status: number, ...locations: string[]]>([
    ["no URL", "redirect-location-invalid", {}, 302, "https://"],
    ["no URL either", "redirect-location-invalid", {}, 302, "http://[::1"],
    ["two lines", "redirect-location-invalid", {}, 302, "/a", "/b"],
    ["another scheme", "redirect-not-http", {}, 302, "ftp://api.example.com/"],
    ["data:", "redirect-not-http", {}, 302, "data:text/plain,x"],
    ["mailto:", "redirect-not-http", {}, 308, "mailto:a@example.com"],
    ["another scheme in no-cors mode", "redirect-not-http", { mode: "no-cors" }, 302, "file:///a"],
    ["a user name to the same server", "redirect-has-credentials", {}, 302, credentials],
    ["a user name alone", "redirect-has-credentials", {}, 302, `https://user@other.example.com/`],
    ["a password alone", "redirect-has-credentials", {}, 302, `https://:pass@other.example.com/`],
    ["a user name on another origin", "redirect-has-credentials", { url: `${A}/items` }, 302, credentials],
    ["a user name on the way back", "redirect-has-credentials", {}, 302, "https://user@app.example.com/"],
    ["a user name, from the origin null", "redirect-has-credentials", { origin: "null" }, 302, credentials],
    ["a stream", "redirect-stream-body", { method: "POST", body: "stream" }, 302, "/next"],
    ["a stream that would stay one", "redirect-stream-body", { method: "PUT", body: "stream" }, 307, "/next"],
  ])("%s: %s", ([, stop, changes, status, ...locations]) => {
    expect(follow(changes, status, ...locations)).toEqual({ stop });
  });

  test("the twenty-first", () => {
    const hop = (count: number) => {
      const visited = Array.from({ length: count }, (_, i) => `${B}/${i}`);
      return followRedirect(request({ url: visited.at(-1) ?? "" }), redirect(302, "/next"), visited);
    };
    expect(hop(20)).toHaveProperty("next");
    expect(hop(21)).toEqual({ stop: "too-many-redirects" });
  });
});

describe("a user name that does no harm", () => {
  test.for<[what: string, changes: Partial<CorsRequest>, location: string]>([
    ["within the page's origin", { url: `${A}/items` }, "https://user:pass@app.example.com/"],
    ["in no-cors mode", { mode: "no-cors", api: "element" }, "https://user:pass@api.example.com/"],
    ["of a beacon with a safelisted body", beacon("text"), "https://user:pass@api.example.com/"],
  ])("%s", ([, changes, location]) => {
    expect(follow(changes, 307, location)).toHaveProperty("next");
  });

  test("but it does of a beacon that is preflighted", () => {
    const changes = { ...beacon("blob"), bodyType: "application/json" };
    expect(follow(changes, 307, "https://user@api.example.com/")).toEqual({ stop: "redirect-has-credentials" });
  });
});

function beacon(body: "text" | "blob"): Partial<CorsRequest> {
  return { api: "beacon", method: "POST", credentials: "include", body };
}

describe("the method and the body", () => {
  const headers: HeaderLine[] = [
    ["Content-Type", "application/json"],
    ["content-ENCODING", "gzip"],
    ["Content-Language", "ja"],
    ["Content-Location", "/a"],
    ["X-A", "1"],
    ["Accept", "*/*"],
    ["Cookie", "a=b"],
  ];
  const kept: HeaderLine[] = [
    ["X-A", "1"],
    ["Accept", "*/*"],
    ["Cookie", "a=b"],
  ];

  test.for<[method: string, status: number]>([
    ["POST", 301],
    ["POST", 302],
    ["POST", 303],
    ["post", 302],
    ["PUT", 303],
    ["patch", 303],
    ["DELETE", 303],
    ["OPTIONS", 303],
  ])("%s becomes GET after %i, without its body and its headers", ([method, status]) => {
    expect(next({ method, headers, body: "text" }, status)).toMatchObject({
      method: "GET",
      body: "none",
      headers: kept,
    });
  });

  test.for<[method: string, status: number]>([
    ["POST", 307],
    ["POST", 308],
    ["PUT", 301],
    ["PUT", 302],
    ["PUT", 307],
    ["DELETE", 302],
    ["Post!", 302],
    ["patch", 301],
  ])("%s stays after %i", ([method, status]) => {
    expect(next({ method, headers, body: "text" }, status)).toMatchObject({ method, body: "text", headers });
  });

  test.for<[method: string, status: number]>([
    ["GET", 301],
    ["GET", 303],
    ["get", 303],
    ["HEAD", 303],
    ["HEAD", 302],
  ])("%s stays after %i and keeps its headers", ([method, status]) => {
    expect(next({ method, headers }, status)).toMatchObject({ method, body: "none", headers });
  });

  test("a stream is dropped after 303", () => {
    expect(next({ method: "POST", body: "stream" }, 303)).toMatchObject({ method: "GET", body: "none" });
  });

  test("the listener on the upload stays, and the rest of the request", () => {
    const upload = request({
      api: "xhr",
      method: "POST",
      body: "text",
      uploadListener: true,
      ...{ credentials: "include" },
    });
    expect(next(upload, 303)).toEqual({ ...upload, method: "GET", body: "none", url: `${B}/next` });
    expect(next(upload, 307)).toEqual({ ...upload, url: `${B}/next` });
  });
});

test.for<[from: string, location: string, stays: boolean]>([
  [`${B}/items`, "/next", true],
  [`${B}/items`, "https://API.EXAMPLE.COM:443/next", true],
  [`${B}/items`, `${C}/`, false],
  [`${B}/items`, "http://api.example.com/items", false],
  [`${B}/items`, "https://api.example.com:8443/items", false],
  [`${A}/items`, `${B}/`, false],
  [`${B}/items`, `${A}/`, false],
])("Authorization from %s to %s: stays %s", ([from, location, stays]) => {
  const headers: HeaderLine[] = [
    ["X-A", "1"],
    ["authoriZATION", "Bearer x"],
  ];
  expect(next({ url: from, headers }, 307, location).headers).toEqual(stays ? headers : headers.slice(0, 1));
});

/** Follows a chain of URLs and says which origin each of their requests has. */
function originsAlong(first: string, ...urls: string[]): string[] {
  let current = request({ url: first });
  const visited = [first];
  const origins = [current.origin];
  for (const url of urls) {
    const followed = followRedirect(current, redirect(307, url), visited);
    if (followed === null || "stop" in followed) throw new Error(`not followed to ${url}`);
    current = followed.next;
    visited.push(current.url);
    origins.push(current.origin);
  }
  return origins;
}

describe("the request's origin", () => {
  test.for<[chain: string, urls: [string, ...string[]], origins: string[]]>([
    ["A→A→A", [`${A}/1`, `${A}/2`, `${A}/3`], [A, A, A]],
    ["A→B", [`${A}/1`, `${B}/1`], [A, A]],
    ["A→B→B", [`${A}/1`, `${B}/1`, `${B}/2`], [A, A, A]],
    ["A→B→A", [`${A}/1`, `${B}/1`, `${A}/2`], [A, A, "null"]],
    ["A→B→C", [`${A}/1`, `${B}/1`, `${C}/1`], [A, A, "null"]],
    ["B→B", [`${B}/1`, `${B}/2`], [A, A]],
    ["B→C", [`${B}/1`, `${C}/1`], [A, "null"]],
    ["B→A", [`${B}/1`, `${A}/1`], [A, "null"]],
    ["B→A→A", [`${B}/1`, `${A}/1`, `${A}/2`], [A, "null", "null"]],
    ["B→C→B", [`${B}/1`, `${C}/1`, `${B}/2`], [A, "null", "null"]],
    ["A→A→B→B→C", [`${A}/1`, `${A}/2`, `${B}/1`, `${B}/2`, `${C}/1`], [A, A, A, A, "null"]],
    ["from http to https of one host", ["http://api.example.com/", `${B}/`], [A, "null"]],
  ])("%s", ([, [first, ...rest], origins]) => {
    expect(originsAlong(first, ...rest)).toEqual(origins);
  });

  test("null stays null", () => {
    expect(next({ origin: "null" }, 302).origin).toBe("null");
    expect(next({ origin: "null" }, 302, `${C}/`).origin).toBe("null");
  });

  test("is found from the URLs alone, where a caller kept the first one", () => {
    const back = request({ url: `${C}/` });
    expect(followRedirect(back, redirect(302, "/2"), [`${B}/`, `${C}/`])).toMatchObject({ next: { origin: "null" } });
  });
});

test("no strings make it throw", () => {
  const anyLocations = fc.array(fc.oneof(hostile, fc.webUrl()), { maxLength: 2 });
  const status = fc.constantFrom(301, 303, 307, 200, Number.NaN);
  fc.assert(
    fc.property(
      anyRequest,
      status,
      anyLocations,
      fc.array(hostile, { maxLength: 3 }),
      (asked, code, locations, urls) => {
        followRedirect(asked, redirect(code, ...locations), urls);
      },
    ),
  );
});

test("a megabyte takes no longer than it takes to read", () => {
  const started = performance.now();
  for (const unit of ["a", " ", "/", "#", "%", ".", "?", ":", "@", "寿"]) follow({}, 302, unit.repeat(1_000_000));
  expect(performance.now() - started).toBeLessThan(10_000);
});
