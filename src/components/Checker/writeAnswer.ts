import type { CorsResponse } from "../../rules/index.ts";
import { statusText } from "../Exchange/statusText.ts";

/** An answer as it goes over the wire, for the field that it is typed into; empty where there is none. */
export function writeAnswer(answer: CorsResponse | null): string {
  if (!answer) return "";
  const { status, headers, body = "" } = answer;
  const head = [`HTTP/1.1 ${status} ${statusText(status)}`.trim(), ...headers.map((line) => line.join(": "))];
  return [...head, ...(body === "" ? [] : ["", body])].join("\n");
}
