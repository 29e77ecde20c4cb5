import { expect, test } from "vitest";
import { isSafelistedRange } from "./range.ts";

test.for([
  ["bytes=0-", "from the first byte on"],
  ["bytes=500-", "from a byte on"],
  ["bytes=5-9", "from a byte to a later one"],
  ["bytes=9-9", "one byte"],
  ["bytes=0-00", "leading zeros"],
  ["bytes=99999999999999999998-99999999999999999999", "numbers beyond 64 bits, in order"],
] as const)("%s is a safelisted range: %s", ([value]) => {
  expect(isSafelistedRange(value)).toBe(true);
});

test.for([
  ["bytes=-500", "no start"],
  ["bytes=-", "neither start nor end"],
  ["bytes=9-5", "start after end"],
  ["bytes=99999999999999999999-99999999999999999998", "numbers beyond 64 bits, out of order"],
  ["bytes=0-1,5-6", "two ranges"],
  ["bytes=0-1, 5-6", "two ranges with a space"],
  ["bytes 0-", "no equals sign"],
  ["bytes = 0-", "spaces around the equals sign"],
  ["bytes= 0-", "a space before the start"],
  ["bytes=0 -", "a space after the start"],
  ["bytes=0- 1", "a space before the end"],
  ["bytes=0-1 ", "a space after the end"],
  ["bytes=0-\n", "a line break at the end"],
  ["Bytes=0-", "the unit in another case"],
  ["items=0-", "another unit"],
  ["bytes=a-", "letters"],
  ["bytes=+1-", "a sign"],
  ["bytes=0x1-", "hexadecimal"],
  ["bytes=١-", "digits of another script"],
  ["bytes=0", "no hyphen"],
  ["bytes=", "no range"],
  ["bytes", "the unit alone"],
  ["", "nothing"],
] as const)("%j is not: %s", ([value]) => {
  expect(isSafelistedRange(value)).toBe(false);
});
