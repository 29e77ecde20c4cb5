/**
 * For its effect, and before any other import: a command that cannot go on ends with 1 and with words, not
 * with a stack trace. Also where what it imports finds a setting wrong.
 */
import { describeProblem } from "./describeProblem.ts";

process.on("uncaughtException", (error) => {
  console.error(describeProblem(error));
  process.exit(1);
});
