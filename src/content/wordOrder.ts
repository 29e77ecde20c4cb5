const zhuyin = new Intl.Collator("zh-TW-u-co-zhuyin");

/** How a language orders its words: Chinese by Zhuyin, as Taiwan's dictionaries do. */
export const collatorOf = (language: string): Intl.Collator =>
  language === "zh-TW" ? zhuyin : new Intl.Collator(language);
