import type { Phase } from "../../rules/index.ts";

/** The four arrows of an exchange, from the top: the preflight, its answer, the request, its answer. */
const TO_SERVER = ["M4 4.5h36m-5-3 5 3-5 3", "", "M4 18.5h36m-5-3 5 3-5 3", ""];
const TO_BROWSER = ["", "M40 11.5H4m5-3-5 3 5 3", "", "M40 25.5H4m5-3-5 3 5 3"];

interface Drawn {
  passed: string;
  stopped: string;
  unsent: string;
}

const arrow = (index: number) => TO_SERVER[index] || TO_BROWSER[index] || "";

/** What passes, where it is stopped by the browser, and what is never sent. */
const DRAWN: Record<Phase, Drawn> = {
  request: { passed: "", stopped: "M13 4.5h27M3.5 1.5l6 6m0-6-6 6", unsent: "M5 11.5h35M5 18.5h35M5 25.5h35" },
  preflight: { passed: arrow(0), stopped: "M40 11.5H17M7 8.5l6 6m0-6-6 6", unsent: "M5 18.5h35M5 25.5h35" },
  response: { passed: [0, 1, 2].map(arrow).join(""), stopped: "M40 25.5H17M7 22.5l6 6m0-6-6 6", unsent: "" },
  reading: { passed: [0, 1, 2, 3].map(arrow).join(""), stopped: "M1 22.5l6 6m0-6-6 6", unsent: "" },
};

/** The exchange as small as a word: which arrow broke. @param label what it shows, in words */
export function Hops({ phase, label }: { phase: Phase; label: string }) {
  const { passed, stopped, unsent } = DRAWN[phase];
  return (
    <svg class="hops" viewBox="0 0 44 30" role="img" aria-label={label}>
      <path class="hop-life" d="M3 0v30M41 0v30" />
      {passed && <path d={passed} />}
      <path class="hop-stop" d={stopped} />
      {unsent && <path class="hop-unsent" d={unsent} />}
    </svg>
  );
}
