import type { ComponentChildren } from "preact";
import { fillIn } from "../../i18n/fillIn.ts";
import type { TryItStrings } from "../../i18n/types.ts";
import { addressSpaceOf, type Exchange } from "../../rules/index.ts";
import { browsersWith } from "../browsersWith.ts";
import { Lamp } from "../Lamp/Lamp.tsx";
import { Words } from "../Words/Words.tsx";
import type { Arrived } from "./answers.ts";
import type { Attempt, Seen } from "./attempt.ts";
import { reportLink } from "./report.ts";

type Tried = Extract<Attempt, { kind: "tried" }>;

interface Props {
  came: Attempt;
  exchange: Exchange;
  query: string;
  lab: string;
  t: TryItStrings;
}

/** What came of trying an exchange. */
export function Tried({ came, exchange, query, lab, t }: Props) {
  switch (came.kind) {
    case "tried":
      return <Compared came={came} exchange={exchange} query={query} lab={lab} t={t} />;
    case "obstacle":
      return (
        <Lamp light="quiet" title={t.obstacle}>
          <Words text={fillIn(t[`obstacle.${came.obstacle}`], { lab })} />
        </Lamp>
      );
    case "late":
      return (
        <Lamp light="quiet" title={t.late}>
          {t["late.why"]}
        </Lamp>
      );
    case "unreachable": {
      const { hostname, port } = new URL(lab);
      return (
        <Lamp light="quiet" title={t.unreachable}>
          {fillIn(t["unreachable.why"], { lab })}{" "}
          {addressSpaceOf(hostname) === "loopback" && <Words text={fillIn(t["unreachable.start"], { port })} />}
        </Lamp>
      );
    }
  }
}

/** What the rules say, what this browser did, and whether that is the same. */
function Compared({ came, exchange, query, lab, t }: Props & { came: Tried }) {
  const { engine, predicted, seen, isSame, origin } = came;
  const { arrived } = seen;
  const report = isSame ? undefined : reportLink(came, query);
  const named = engine ? fillIn(t["compared.rules"], { name: browsersWith[engine][0] }) : t["compared.standard"];
  return (
    <>
      <Lamp light={isSame ? "clear" : "stop"} title={isSame ? t.same : t.other}>
        {!isSame && t["other.why"]}
      </Lamp>
      <dl>
        <Fact name={named}>{inWords(predicted, t)}</Fact>
        <Fact name={t["compared.seen"]}>{inWords(seen, t)}</Fact>
        {arrived && <Fact name={t.arrived}>{arrivedInWords(arrived, exchange, t)}</Fact>}
      </dl>
      <p class="small">
        {fillIn(t.about, { origin, lab })} {report && <a href={report}>{t.report}</a>}
      </p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function inWords({ result, isPreflighted, status }: Seen, t: TryItStrings): string {
  const preflight = isPreflighted === undefined ? "unknown" : isPreflighted ? "sent" : "none";
  const words = [fillIn(t[`result.${result}`], { status }), t[`preflight.${preflight}`]];
  return words.join(t["list.separator"]);
}

/** Of the headers' names those that the author wrote: the browser's own are of no concern. */
function arrivedInWords({ method, origin, names }: Arrived, { request }: Exchange, t: TryItStrings): ComponentChildren {
  const written = new Set(["content-type", ...request.headers.map(([name]) => name.toLowerCase())]);
  const parts = [method, ...(origin ? [`Origin: ${origin}`] : []), ...names.filter((name) => written.has(name))];
  return parts.map((part, index) => [index > 0 && t["list.separator"], <code key={part}>{part}</code>]);
}
