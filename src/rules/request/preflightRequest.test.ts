import { describe, expect, test } from "vitest";
import { request } from "../examples/index.ts";
import type { HeaderLine } from "../types.ts";
import { decidePreflight } from "./preflight.ts";

const long = (length: number) => "a".repeat(length);

describe("the CORS-preflight request", () => {
  test("asks for the method and nothing else where no header is unsafe", () => {
    expect(decidePreflight(request({ method: "put", headers: [["Accept", "x"]] })).preflightRequest).toEqual({
      method: "OPTIONS",
      url: "https://api.example.com/items",
      headers: [
        ["Accept", "*/*"],
        ["Access-Control-Request-Method", "PUT"],
        ["Origin", "https://app.example.com"],
      ],
    });
  });

  test("asks for unsafe names lower-case, sorted, each once, joined by a bare comma", () => {
    const headers: HeaderLine[] = [
      ["X-B", "1"],
      ["Content-Type", "application/json"],
      ["x-a", "1"],
      ["X-b", "2"],
      ["Authorization", "x"],
      ["Accept", "x"],
    ];
    const { preflightRequest } = decidePreflight(request({ headers }));
    expect(new Map(preflightRequest?.headers).get("Access-Control-Request-Headers")).toBe(
      "authorization,content-type,x-a,x-b",
    );
  });

  test("asks for all names where they are too long together", () => {
    const headers: HeaderLine[] = [...Array<HeaderLine>(8).fill(["Accept", long(128)]), ["Accept-Language", "ja"]];
    const { preflightRequest } = decidePreflight(request({ headers }));
    expect(new Map(preflightRequest?.headers).get("Access-Control-Request-Headers")).toBe("accept,accept-language");
  });

  test("asks for a safelisted method too, and for no header, where a flag causes it", () => {
    const { preflightRequest } = decidePreflight(request({ method: "POST", body: "stream" }));
    expect(preflightRequest?.headers).toEqual([
      ["Accept", "*/*"],
      ["Access-Control-Request-Method", "POST"],
      ["Origin", "https://app.example.com"],
    ]);
  });

  test("goes to the request's URL without its fragment", () => {
    const sent = (url: string) => decidePreflight(request({ method: "PUT", url })).preflightRequest?.url;
    expect(sent("https://API.example.com:443/a?b=c#d")).toBe("https://api.example.com/a?b=c");
  });

  test("leaves a lower-case patch as it is", () => {
    expect(decidePreflight(request({ method: "patch" })).preflightRequest?.headers).toContainEqual([
      "Access-Control-Request-Method",
      "patch",
    ]);
  });

  test("comes from the origin null where the origin is opaque", () => {
    expect(decidePreflight(request({ method: "PUT", origin: "null" })).preflightRequest?.headers).toContainEqual([
      "Origin",
      "null",
    ]);
  });
});
