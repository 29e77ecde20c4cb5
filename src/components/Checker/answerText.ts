import { readWire } from "../../diagnose/wire/index.ts";
import { type CorsResponse, isTellingHeader, tellingBody } from "../../rules/index.ts";

/** The two answers that one can type. */
export type Side = "preflight" | "response";
export type Answers = Partial<Record<Side, CorsResponse | null>>;

/**
 * Reads what somebody typed or pasted into one of the two fields: an answer as it goes over the wire,
 * what `curl -i` or `curl -v` printed, or a status and some headers. Where it holds both answers, both are read.
 * The parser leaves secrets out.
 * @returns `null` for an answer that has no status yet
 */
export function readAnswers(text: string, side: Side): Answers {
  const typed = text.trimStart();
  const { exchanges } = readWire(/^\d{3}\b/.test(typed) ? `HTTP/1.1 ${typed}` : typed);
  const found = exchanges.find(({ exchange }) => exchange.preflight && exchange.response) ?? exchanges[0];
  const preflight = whole(found?.exchange.preflight);
  const response = whole(found?.exchange.response);
  return preflight && response ? { preflight, response } : { [side]: response ?? preflight };
}

/** An answer that can be judged and shared: one whose status is known, with the headers and the words that decide. */
export function whole({ status, headers = [], body }: Partial<CorsResponse> = {}): CorsResponse | null {
  if (status === undefined) return null;
  const telling = headers.filter(([name]) => isTellingHeader(name));
  const words = tellingBody({ status, headers: telling, ...(body !== undefined && { body }) });
  return { status, headers: telling, ...(words !== undefined && { body: words }) };
}
