/** A piece of a message. */
export interface Told {
  text: string;
  /** Whether it says why: the rest stands in every such message. */
  tells: boolean;
}

/** Where the reason begins in what each engine prints, up to its end. */
const REASONS = [
  /(?<=blocked by CORS policy: Response to preflight request doesn't pass access control check: ).+$/s,
  /(?<=blocked by CORS policy: ).+$/s,
  /(?<=\((?:Reason|理由): ).+?(?=\)[.。])/s,
  /(?<=（原因[:：] ?)\S.*?(?=）)/s,
];

/** Cuts a message at the reason that it gives; a message that is nothing else is a reason as a whole. */
export function telling(message: string): Told[] {
  for (const reason of REASONS) {
    const match = reason.exec(message);
    if (!match) continue;
    const end = match.index + match[0].length;
    return [
      { text: message.slice(0, match.index), tells: false },
      { text: match[0], tells: true },
      { text: message.slice(end), tells: false },
    ].filter(({ text }) => text !== "");
  }
  return [{ text: message, tells: false }];
}
