import { expect, test } from "vitest";
import { fillIn } from "../../i18n/fillIn.ts";
import { uiStrings } from "../../i18n/strings.ts";
import { checkUiStrings } from "./uiStrings.ts";

type Strings = Record<string, Record<keyof (typeof uiStrings)["en"], Record<string, string>>>;

/** The real strings, with those of one part in Japanese changed. */
function changed(change: (common: Record<string, string>) => void): Strings {
  const strings: Strings = structuredClone(uiStrings);
  change(strings.ja?.common as Record<string, string>);
  return strings;
}

test("the site's own strings are whole", () => {
  expect(checkUiStrings()).toEqual([]);
});

test.each([
  ["missing", (common: Record<string, string>) => delete common["fact.minutes"]],
  ["empty", (common: Record<string, string>) => (common["fact.minutes"] = " ")],
])("a string that is %s is named with its file, and with what English says", (_what, change) => {
  expect(checkUiStrings(changed(change))).toEqual([
    {
      file: "src/i18n/ui/ja/common.ts",
      line: 1,
      message: 'The string "fact.minutes" is missing.',
      hint: `Add it. English says: ${uiStrings.en.common["fact.minutes"]}`,
    },
  ]);
});

test.each([
  ["another placeholder", "約{day}分", "{day}"],
  ["none", "数分", "(none)"],
  ["one too many", "{count} {x}", "{count} {x}"],
])("a string with %s is named with both lists", (_what, text, own) => {
  const strings = changed((common) => {
    common["fact.minutes"] = text;
  });
  expect(checkUiStrings(strings)).toEqual([
    {
      file: "src/i18n/ui/ja/common.ts",
      line: 1,
      message: `"fact.minutes" has the placeholders ${own}, and English has {count}.`,
      hint: "Use the same ones; only their order is free.",
    },
  ]);
});

test("placeholders may come in another order, and more than once", () => {
  const strings = changed((common) => {
    common["message.language"] = "{language}の{engine}（{language}）";
  });
  expect(checkUiStrings(strings)).toEqual([]);
});

test("a string that English does not have is named, with what to do", () => {
  const strings = changed((common) => {
    common["guide.publshed"] = "公開";
  });
  expect(checkUiStrings(strings)).toEqual([
    {
      file: "src/i18n/ui/ja/common.ts",
      line: 1,
      message: 'There is no string "guide.publshed" in English.',
      hint: "Remove it, or add it to src/i18n/ui/en/common.ts first.",
    },
  ]);
});

test("a difference without its words is named, and so are words without a difference", () => {
  const strings: Strings = structuredClone(uiStrings);
  for (const language of ["en", "ja", "zh-TW"]) {
    const { differences } = strings[language] as Strings[string];
    delete differences["redirect-first.text"];
    differences["redirect-last.title"] = "Redirects last";
  }
  const file = "src/i18n/ui/en/differences.ts";
  expect(checkUiStrings(strings)).toEqual([
    {
      file,
      line: 1,
      message: 'The string "redirect-first.text" is missing.',
      hint: "Say what the engines do instead; src/rules/engines/engineDifferences.ts has the difference.",
    },
    {
      file,
      line: 1,
      message: '"redirect-last.title" belongs to no difference.',
      hint: "Remove it, or mend its id; src/rules/engines/engineDifferences.ts has the differences.",
    },
  ]);
});

test("filling in leaves a placeholder without a value where it is seen", () => {
  expect(fillIn("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});
