/** The command was called in a way that says nothing: its message is printed, and the exit status is 3. */
export class WrongUse extends Error {}
