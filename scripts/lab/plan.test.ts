import { describe, expect, test } from "vitest";
import { preflight, request } from "../../src/rules/examples/index.ts";
import type { HeaderLine } from "../../src/rules/index.ts";
import { planStep } from "./plan.ts";

const url = "https://api.example.com/items";
const get = { method: "GET", path: "/items", headers: [] };
const asks = { method: "OPTIONS", path: "/items", headers: [["Access-Control-Request-Method", "PUT"]] as HeaderLine[] };
const leadingTo = (location: string, status = 302) => ({ status, headers: [["Location", location]] as HeaderLine[] });

describe("what the servers answer", () => {
  test("to a URL that a redirect leads back to are its hops in their turns, and then the last again", () => {
    const plan = planStep({
      request: request({ url }),
      preflight: preflight([], 204),
      response: leadingTo("/items", 307),
      redirects: [
        { preflight: preflight([], 299), response: leadingTo(url) },
        { preflight: preflight([], 298), response: { status: 418, headers: [] } },
      ],
    });
    const said = [asks, get, asks, get, asks, get, asks, get].map((arrival) => plan(url, arrival).status);
    expect(said).toEqual([204, 307, 299, 302, 298, 418, 298, 418]);
  });

  test("to a URL between two of another's hops is its own", () => {
    const other = "https://other.example.com/";
    const plan = planStep({
      request: request({ url }),
      response: leadingTo(other),
      redirects: [{ response: leadingTo(url, 303) }, { response: { status: 200, headers: [] } }],
    });
    expect([url, other, url].map((asked) => plan(asked, get).status)).toEqual([302, 303, 200]);
  });

  test("to a URL that no hop has is a 404", () => {
    const plan = planStep({ request: request({ url }), response: { status: 200, headers: [] } });
    expect(plan(`${url}/else`, get).status).toBe(404);
  });

  test("is found without what a browser keeps to itself", () => {
    const named = request({ url: "https://me:secret@api.example.com/items#part" });
    expect(planStep({ request: named, response: { status: 201, headers: [] } })(url, get).status).toBe(201);
  });
});
