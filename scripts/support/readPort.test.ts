import { expect, test } from "vitest";
import { readPort } from "./readPort.ts";

test.each([
  ["0", 0],
  ["80", 80],
  ["4321", 4321],
  ["65535", 65_535],
])("%s is a port", (value, port) => {
  expect(readPort(value)).toBe(port);
});

test.each(["65536", "-1", "abc", "4.5", "0x50", "1e3", " 80", "80 ", "", "٣"])(
  '"%s" is none, and the error says what to do',
  (value) => {
    expect(() => readPort(value)).toThrow(`PORT is "${value}", which is not a port.\nSet it to a number up to 65535`);
  },
);
