import { isGatewaysOwn } from "../../rules/index.ts";
import type { Completed } from "./complete.ts";

/** The causes that an exchange shows, the one first that says most. */
export function ranked(causes: readonly string[], { exchange, assumed }: Completed, isSent: boolean): string[] {
  // Who saw no preflight pass cannot know that only the answer behind it lacks the header.
  if (assumed.has("preflight") && !isSent && causes[0] === "response-lacks-headers") {
    return ["allow-origin-missing", ...causes];
  }
  if (!causes.includes("gateway-answers-options") || causes.length === 1) return [...causes];
  const isSure = exchange.preflight !== undefined && isGatewaysOwn(exchange.preflight);
  const others = causes.filter((cause) => cause !== "gateway-answers-options");
  return isSure ? ["gateway-answers-options", ...others] : [...others, "gateway-answers-options"];
}
