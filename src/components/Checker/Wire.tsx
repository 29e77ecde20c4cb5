import type { CheckerStrings } from "../../i18n/types.ts";
import { type CorsRequest, type Decision, leastResponses } from "../../rules/index.ts";
import { HttpMessage } from "../HttpMessage/HttpMessage.tsx";
import { Words } from "../Words/Words.tsx";

interface Props {
  request: CorsRequest;
  decision: Decision;
  t: CheckerStrings;
}

/** What goes over the wire: the exact OPTIONS request, and the least that the server must answer. */
export function Wire({ request, decision, t }: Props) {
  const { preflight, response } = leastResponses(request);
  return (
    <>
      {decision.preflightRequest && (
        <>
          <h3>{t["wire.preflight"]}</h3>
          <HttpMessage {...startAndHost(decision.preflightRequest)} />
        </>
      )}
      {response.length > 0 && (
        <>
          <h3>{t["wire.least"]}</h3>
          {preflight && (
            <>
              <h4>{t["wire.least.preflight"]}</h4>
              <HttpMessage start={`HTTP/1.1 ${preflight.status} No Content`} headers={preflight.headers} />
            </>
          )}
          <h4>{t["wire.least.response"]}</h4>
          <HttpMessage start="HTTP/1.1 200 OK" headers={response} />
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
