/**
 * A value in source code, as far as it is written out there: what is computed is `undefined`.
 * Objects are maps, so that no name means anything.
 */
export type Literal = string | number | boolean | null | undefined | Map<string, Literal> | Literal[];

/** Deeper than this nobody nests what a request is made of. */
const DEPTH = 20;

/** Reads JavaScript's literals out of source code that need be no whole program. */
export class Literals {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The arguments of a call whose parenthesis was opened; ends behind the closing one. */
  readArguments(): Literal[] {
    return this.readItems(")", 0);
  }

  private readItems(close: string, depth: number): Literal[] {
    const items: Literal[] = [];
    while (this.skipSpace() && this.text[this.at] !== close) {
      const before = this.at;
      if (this.text[this.at] === ",") this.at++;
      else items.push(this.readValue(depth));
      // What closes something that was never opened is passed over.
      if (this.at === before) this.at++;
    }
    this.at++;
    return items;
  }

  /** Reads an expression up to a comma or what closes the list that it is in. */
  private readValue(depth: number): Literal {
    this.skipSpace();
    const value = this.readOperand(depth);
    this.skipSpace();
    const next = this.text[this.at];
    if (next === undefined || ",)]};".includes(next)) return value;
    // What comes out of an operator or a call stands nowhere: but text that goes on begins as it is written.
    const begins = typeof value === "string" && next === "+" ? value : undefined;
    this.skipExpression(depth);
    return begins;
  }

  private readOperand(depth: number): Literal {
    const char = this.text[this.at] ?? "";
    if (char === '"' || char === "'" || char === "`") return this.readString(char);
    if (char === "{" && depth < DEPTH) return this.readObject(depth + 1);
    if (char === "[" && depth < DEPTH) {
      this.at++;
      return this.readItems("]", depth + 1);
    }
    const word = /^[\w$.]+/.exec(this.text.slice(this.at, this.at + 200))?.[0];
    if (word === undefined) {
      this.skipExpression(depth);
      return undefined;
    }
    this.at += word.length;
    if (word === "JSON.stringify" || word === "new") {
      this.skipExpression(depth);
      return word === "new" ? undefined : "{}";
    }
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    return /^\d/.test(word) ? Number(word) : undefined;
  }

  private readObject(depth: number): Literal {
    const object = new Map<string, Literal>();
    this.at++;
    while (this.skipSpace() && this.text[this.at] !== "}") {
      const before = this.at;
      const key = this.readKey();
      this.skipSpace();
      if (key !== null && this.text[this.at] === ":") {
        this.at++;
        object.set(key, this.readValue(depth));
      } else {
        if (key !== null) object.set(key, undefined);
        if (this.text[this.at] !== "," && this.text[this.at] !== "}") this.skipExpression(depth);
      }
      if (this.text[this.at] === ",") this.at++;
      else if (this.at === before || ")];".includes(this.text[this.at] ?? "}")) this.at++;
    }
    this.at++;
    return object;
  }

  private readKey(): string | null {
    const char = this.text[this.at] ?? "";
    if (char === '"' || char === "'" || char === "`") return this.readString(char);
    const word = /^[\w$-]+/.exec(this.text.slice(this.at, this.at + 200))?.[0];
    if (word === undefined) return null;
    this.at += word.length;
    return word;
  }

  /** What a template computes is left out as `…`. */
  private readString(quote: string): string {
    const parts: string[] = [];
    let start = ++this.at;
    while (this.at < this.text.length && this.text[this.at] !== quote) {
      const char = this.text[this.at];
      if (char === "\n" && quote !== "`") break;
      if (char === "\\") {
        parts.push(this.text.slice(start, this.at));
        const hex = /^\\u([\da-fA-F]{4})/.exec(this.text.slice(this.at, this.at + 6))?.[1];
        const next = this.text[this.at + 1] ?? "";
        parts.push(hex ? String.fromCharCode(Number.parseInt(hex, 16)) : next === "n" ? "\n" : next);
        this.at += hex ? 6 : 2;
        start = this.at;
      } else if (char === "$" && quote === "`" && this.text[this.at + 1] === "{") {
        parts.push(this.text.slice(start, this.at), "…");
        const end = this.text.indexOf("}", this.at);
        this.at = end === -1 ? this.text.length : end + 1;
        start = this.at;
      } else this.at++;
    }
    parts.push(this.text.slice(start, this.at++));
    return parts.join("");
  }

  /** Up to the comma, or to what closes the list that it is in. */
  private skipExpression(_depth: number): void {
    let open = 0;
    while (this.at < this.text.length) {
      const char = this.text[this.at] ?? "";
      if (char === '"' || char === "'" || char === "`") {
        this.readString(char);
        continue;
      }
      if (open === 0 && ",)]};".includes(char)) return;
      if ("([{".includes(char)) open++;
      if (")]}".includes(char)) open--;
      this.at++;
    }
  }

  /** Skips space and comments; whether anything follows. */
  private skipSpace(): boolean {
    while (this.at < this.text.length) {
      const char = this.text[this.at] ?? "";
      if (char === "/" && this.text[this.at + 1] === "/") this.at = this.after("\n");
      else if (char === "/" && this.text[this.at + 1] === "*") this.at = this.after("*/");
      else if (/\s/.test(char)) this.at++;
      else return true;
    }
    return false;
  }

  private after(what: string): number {
    const index = this.text.indexOf(what, this.at);
    return index === -1 ? this.text.length : index + what.length;
  }
}
