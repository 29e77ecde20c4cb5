/** Something wrong in the content: where it is, what is wrong, and what its author can do. */
export interface Problem {
  /** Path from the project's root. */
  file: string;
  /** 1-based; 1 where the file as a whole is meant. */
  line: number;
  /** What is wrong, with the value. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** Whether nothing is wrong, and a translation is only not done yet. */
  isUnfinished?: true;
}

/** One problem as authors read it: `file:line`, what is wrong, and an arrow before what to do. */
export function formatProblem({ file, line, message, hint }: Problem): string {
  return `${file}:${line}\n  ${message}\n  → ${hint}`;
}

/** All of them, with a count. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return `${count} in the content:\n\n${problems.map(formatProblem).join("\n\n")}\n`;
}
