import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, type Decision, leastResponses } from "../../rules/index.ts";
import { HttpMessage } from "../HttpMessage/HttpMessage.tsx";
import { Words } from "../Words/Words.tsx";

interface Props {
  request: CorsRequest;
  decision: Decision;
  t: CheckerStrings;
  /** Whether it stands in a section of a text, and so below that section's heading. */
  compact: boolean;
}

/** What goes over the wire: the exact OPTIONS request, and the least that the server must answer. */
export function Wire({ request, decision, t, compact }: Props) {
  const Heading = compact ? "h3" : "h2";
  const { preflight, response } = leastResponses(request);
  return (
    <>
      {decision.preflightRequest && (
        <>
          <Heading class="wire">{t["wire.preflight"]}</Heading>
          <HttpMessage title="OPTIONS" {...startAndHost(decision.preflightRequest)} />
        </>
      )}
      {response.length > 0 && (
        <>
          <Heading class="wire">{t["wire.least"]}</Heading>
          {preflight && (
            <HttpMessage
              title={t["wire.least.preflight"]}
              start={`HTTP/1.1 ${preflight.status} No Content`}
              headers={preflight.headers}
            />
          )}
          <HttpMessage title={t["wire.least.response"]} start="HTTP/1.1 200 OK" headers={response} />
          <p class="hint">
            <Words text={t["wire.any2xx"]} />
          </p>
        </>
      )}
    </>
  );
}

function startAndHost({ method, url, headers }: NonNullable<Decision["preflightRequest"]>) {
  const { host, pathname, search } = new URL(url);
  return { start: `${method} ${pathname}${search} HTTP/1.1`, headers: [["Host", host] as const, ...headers] };
}
