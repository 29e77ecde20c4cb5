import { describe, expect, test } from "vitest";
import { runInCmd, runInPowerShell } from "./windowsShells.ts";

describe("cmd", () => {
  test.each([
    ['curl -H "X&calc&: 1"', [["curl", "-H", "X&calc&: 1"]]],
    ["curl -H 'X&calc&: 1'", [["curl", "-H", "'X"], ["calc"], [":", "1'"]]],
    ['curl "a|b" ^\n  "c"', [["curl", "a|b", "c"]]],
    ["curl a^&b", [["curl", "a&b"]]],
    ['curl "a\ncalc', [["curl", "a"], ["calc"]]],
    ['curl "a\\" b"', [["curl", 'a" b']]],
    ['curl "a\\\\" "b^c"', [["curl", "a\\", "b^c"]]],
  ])("runs %j", (text, commands) => {
    expect(runInCmd(text)).toEqual(commands);
  });

  test.each(['curl "%PATH%"', 'curl "!PATH!"', "curl a>b", "(curl)"])(
    "takes a part of %j for something else",
    (text) => {
      expect(() => runInCmd(text)).toThrow("cmd ");
    },
  );
});

describe("PowerShell", () => {
  test.each([
    ["curl.exe -H 'a`b$c: it''s'", [["curl.exe", "-H", "a`b$c: it's"]]],
    ["curl.exe `\n  'a'\ncalc", [["curl.exe", "a"], ["calc"]]],
    ["curl.exe 'a \"b\" c'", [["curl.exe", "a b c"]]],
    ["curl.exe ''", [["curl.exe"]]],
  ])("runs %j", (text, commands) => {
    expect(runInPowerShell(text)).toEqual(commands);
  });

  test.each(["curl.exe 'it's'", 'curl.exe "$PATH"', "curl.exe a&b", "curl.exe '--%' 'a'", "curl.exe @a"])(
    "takes a part of %j for something else",
    (text) => {
      expect(() => runInPowerShell(text)).toThrow("PowerShell ");
    },
  );
});
