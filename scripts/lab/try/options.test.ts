import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test.each([["--host="], ["--host= "]])("with an address that is empty it does not listen everywhere: %j", (option) => {
  expect(() => readOptions([option], ["port", "host"])).toThrow(/^--host is empty\.\n/);
});

test("where nothing is said, it listens at the own machine's address", () => {
  expect(readOptions([], ["port", "host"])).toEqual({ port: 0, host: "127.0.0.1" });
});
