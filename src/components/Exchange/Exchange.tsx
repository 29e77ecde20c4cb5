import type { CheckerStrings } from "../../i18n/types.ts";
import type { CorsRequest } from "../../rules/index.ts";
import { Words } from "../Words/Words.tsx";
import { type Arrow, isHttpUrl } from "./arrow.ts";

/** What is broken bears its mark at the browser's gate, drawn by the style sheet, and in words. */
const MARK: Partial<Record<Arrow["state"], string>> = { preflight: "▲ ", ok: "● " };

interface Props {
  request: CorsRequest;
  arrows: readonly Arrow[];
  t: CheckerStrings;
}

/** The exchange between browser and server, drawn as arrows; for a screen reader, a list of steps. */
export function Exchange({ request, arrows, t }: Props) {
  return (
    <figure class="exchange" aria-label={t["exchange.label"]}>
      <div class="ends">
        <span>
          {t["exchange.browser"]} <small>{brokenAtHost(request.origin)}</small>
        </span>
        <span>
          {t["exchange.server"]} <small>{brokenAtHost(hostOf(request.url))}</small>
        </span>
      </div>
      <ol>
        {arrows.map(({ to, state, label, notes }) => (
          <li class={`${to === "server" ? "to" : "fro"} ${state}`}>
            <span class="hidden">
              {t[to === "browser" && state === "broken" ? "exchange.stopped" : (`exchange.to-${to}` as const)]}
            </span>
            <b class="arrow">
              <span aria-hidden="true">{MARK[state]}</span>
              {label}
            </b>
            {notes.map((note) => (
              <small>
                <Words text={note} />
              </small>
            ))}
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** An origin may break where its host begins. */
function brokenAtHost(origin: string) {
  const [scheme, host] = origin.split("://");
  return host ? (
    <>
      {scheme}://
      <wbr />
      {host}
    </>
  ) : (
    origin
  );
}

/** Of a scheme that is not HTTP's there is none. */
function hostOf(url: string): string {
  return isHttpUrl(url) ? new URL(url).origin : "";
}
