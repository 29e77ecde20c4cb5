import { describe, expect, test } from "vitest";
import { isCorsSafelistedMethod, isForbiddenMethod, isMethod, normalizeMethod } from "./methods.ts";

describe("a method is a token", () => {
  test.for(["GET", "patch", "CHICKEN", "M-SEARCH", "!#$%&'*+-.^_`|~", "0"])("%j is one", (method) => {
    expect(isMethod(method)).toBe(true);
  });

  test.for(["", " ", "GE T", "GET ", "GET\n", "GET,PUT", "G\0ET", "(GET)", "GÉT", "ｇｅｔ", "\u{1f414}"])(
    "%j is none",
    (method) => {
      expect(isMethod(method)).toBe(false);
    },
  );
});

describe("normalisation", () => {
  test.for([
    ["delete", "DELETE"],
    ["get", "GET"],
    ["Head", "HEAD"],
    ["oPTIONS", "OPTIONS"],
    ["pOsT", "POST"],
    ["put", "PUT"],
  ] as const)("uppercases %s to %s", ([method, normalized]) => {
    expect(normalizeMethod(method)).toBe(normalized);
  });

  test.for(["patch", "Patch", "PATCH", "query", "connect", "trace", "chicken", "gets", "ge", ""])(
    "leaves %j as it is",
    (method) => {
      expect(normalizeMethod(method)).toBe(method);
    },
  );

  test.for(["poſt", "optıons", "ｇｅｔ"])("folds no letters but ASCII: %s stays", (method) => {
    expect(normalizeMethod(method)).toBe(method);
  });
});

describe("CORS-safelisted methods", () => {
  test.for(["GET", "HEAD", "POST"])("%s is one", (method) => expect(isCorsSafelistedMethod(method)).toBe(true));

  test.for(["PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "get", "Post", ""])("%j is none", (method) => {
    expect(isCorsSafelistedMethod(method)).toBe(false);
  });
});

describe("forbidden methods", () => {
  test.for(["CONNECT", "TRACE", "TRACK", "connect", "Trace", "tRACK"])("%s is one", (method) => {
    expect(isForbiddenMethod(method)).toBe(true);
  });

  test.for(["GET", "OPTIONS", "TRAC", "TRACES", " TRACE", ""])("%j is none", (method) => {
    expect(isForbiddenMethod(method)).toBe(false);
  });
});
