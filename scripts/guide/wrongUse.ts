/** The command was called in a way that it cannot follow: what is wrong, and what to do. The exit status is 2. */
export class WrongUse extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}
