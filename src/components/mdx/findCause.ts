import { type Cause, causes } from "../../rules/index.ts";

/** The cause that a component in a guide names. @throws with what its author can do where there is none */
export function findCause(id: string, component: string, page: URL): Cause {
  const cause = causes.find((candidate) => candidate.id === id);
  if (cause) return cause;
  throw new Error(
    `<${component} cause="${id}" /> in ${page.pathname}: there is no such cause.\nMend its spelling; src/rules/causes/ has the causes.`,
  );
}
