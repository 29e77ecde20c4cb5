import { expect, test } from "vitest";
import {
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  checkResponse,
  decidePreflight,
  type HeaderLine,
} from "../../src/rules/index.ts";
import { type Answer, listOf, send, valuesOf } from "./http.ts";

export const allowedOrigin = "https://app.example.com";

/** Origins that are not the allowed one, however much they look like it. */
const foreignOrigins = [
  "https://other.example",
  "null",
  "http://app.example.com",
  "https://app.example.com:444",
  "https://app.example.com.evil.test",
  "https://evil.test/https://app.example.com",
  "https://xapp.example.com",
  "https://appxexample.com",
  "https://example.com",
  "https://app.example.com/",
  "HTTPS://APP.EXAMPLE.COM",
];

/** Paths that every server has, with the status of a GET without a token. */
const paths = { "/api/data": 200, "/api/private": 401, "/api/missing": 404, "/api/boom": 500 };

const token: HeaderLine = ["Authorization", "Bearer token"];
const json: HeaderLine = ["Content-Type", "application/json"];

export interface Subject {
  /** The server's base URL; asked for when a test runs, once the server is up. */
  url(): string;
  /** `answered-as-preflight` where the server takes every OPTIONS for a preflight. */
  plainOptions?: "left-alone" | "answered-as-preflight";
}

/**
 * Puts a server through what each recipe promises, over real HTTP: preflight and actual answer
 * pass by the project's own rules, errors included, and no other origin gets in.
 */
export function conformance({ url, plainOptions = "left-alone" }: Subject): void {
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    test.for(Object.keys(paths))(
      `${method} %s with Authorization and JSON: the preflight passes without a token`,
      async (path) => {
        const wanted = request(url() + path, { method });
        const answer = await sendPreflight(wanted);
        expect(checkPreflightResponse(wanted, answer)).toEqual({ ok: true });
        expect(answer).toMatchObject({ status: 204, body: "" });
        expect(valuesOf(answer, "Access-Control-Max-Age")).toEqual(["600"]);
        expectSound(answer);
      },
    );
  }

  test.for(Object.entries(paths))("GET %s: the answer, %i, passes", async ([path, status]) => {
    const wanted = request(url() + path, { headers: [] });
    const answer = await sendActual(wanted);
    expect(answer.status).toBe(status);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
    expectSound(answer);
  });

  test.for(["GET", "POST", "PUT", "PATCH", "DELETE"])(
    "%s /api/data: the answer passes and is the application's",
    async (method) => {
      const wanted = request(`${url()}/api/data`, { method, body: method === "GET" ? "none" : "text" });
      const answer = await sendActual(wanted);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ method });
      expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
      expectSound(answer);
    },
  );

  test("authentication lets the actual request in by its token", async () => {
    const wanted = request(`${url()}/api/private`);
    const answer = await sendActual(wanted);
    expect(answer.status).toBe(200);
    expect(checkResponse(wanted, answer)).toMatchObject({ ok: true });
  });

  test.for(foreignOrigins)("origin %s is not let in", async (origin) => {
    const wanted = request(`${url()}/api/data`, { method: "PUT", origin });
    for (const answer of [await sendPreflight(wanted), await sendActual(wanted)]) {
      const allowed = valuesOf(answer, "Access-Control-Allow-Origin");
      expect(allowed).not.toContain(origin);
      expect(allowed).not.toContain("*");
      expect(checkResponse(wanted, answer)).toMatchObject({ ok: false });
      expectSound(answer);
    }
  });

  test("a request without Origin is answered, and its answer varies by Origin all the same", async () => {
    const answer = await send(`${url()}/api/data`);
    expect(answer.status).toBe(200);
    expect(valuesOf(answer, "Access-Control-Allow-Origin")).not.toContain("*");
    expectSound(answer);
  });

  test("Vary: Origin is added to the application's own Vary", async () => {
    const answer = await sendActual(request(`${url()}/api/data`));
    expect(listOf(answer, "Vary")).toEqual(expect.arrayContaining(["origin", "accept-encoding"]));
  });

  test(`an OPTIONS that is no preflight is ${plainOptions}`, async () => {
    const answer = await send(`${url()}/api/data`, { method: "OPTIONS", headers: [["Origin", allowedOrigin]] });
    if (plainOptions === "answered-as-preflight") expect(answer.status).toBe(204);
    else {
      expect(answer.status).toBe(200);
      expect(listOf(answer, "Allow")).toContain("put");
      expect(valuesOf(answer, "Access-Control-Allow-Origin")).toEqual([allowedOrigin]);
    }
  });
}

/** @returns a credentialed JSON request with a token from the allowed origin, with what differs */
export function request(url: string, differs: Partial<CorsRequest> = {}): CorsRequest {
  return {
    origin: allowedOrigin,
    url,
    method: "GET",
    headers: [token, json],
    credentials: "include",
    mode: "cors",
    api: "fetch",
    body: "none",
    uploadListener: false,
    ...differs,
  };
}

/** Sends the preflight that the rules say a browser would send for this request. */
export function sendPreflight(wanted: CorsRequest): Promise<Answer> {
  const { preflightRequest } = decidePreflight(wanted);
  if (preflightRequest) return send(wanted.url, preflightRequest);
  // Not an origin that a browser can have, so the rules build nothing for it. A server must stand it.
  const { preflightRequest: model } = decidePreflight({ ...wanted, origin: allowedOrigin });
  if (!model) throw new Error("This request causes no preflight");
  const headers = model.headers.filter(([name]) => name.toLowerCase() !== "origin");
  return send(wanted.url, { method: "OPTIONS", headers: [...headers, ["Origin", wanted.origin]] });
}

/** Sends the request itself, as a browser would after its preflight. */
export function sendActual({ url, method, headers, origin, body }: CorsRequest): Promise<Answer> {
  const sent: HeaderLine[] = [...headers, ["Origin", origin]];
  return send(url, { method, headers: sent, ...(body !== "none" && { body: '{"a":1}' }) });
}

/** What holds of every answer to everyone: told apart by origin, nothing said twice, no redirect. */
function expectSound(answer: CorsResponse): void {
  expect(listOf(answer, "Vary")).toContain("origin");
  const names = answer.headers.map(([name]) => name.toLowerCase()).filter((name) => name.startsWith("access-control-"));
  expect(names).toEqual([...new Set(names)]);
  expect(valuesOf(answer, "Location")).toEqual([]);
}
