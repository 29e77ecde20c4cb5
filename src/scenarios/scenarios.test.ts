import { describe, expect, test } from "vitest";
import { causes, findCauses } from "../rules/index.ts";
import { scenariosPlaying } from "./find.ts";
import { exchangeOf, hosts, insecureHost, type Scenario, type Step, scenarios } from "./index.ts";

const causeIds = causes.map(({ id }) => id);

const steps = scenarios.flatMap(({ id, steps }) => steps.map((step) => ({ id, step })));

/** All steps that are about something, by their scenarios' ids. */
const idsWhere = (applies: (step: Step) => boolean) => steps.filter(({ step }) => applies(step)).map(({ id }) => id);

/** The URLs that a step asks for, a redirect's among them. */
function urlsOf({ request, response, redirects = [], preflight }: Step): string[] {
  const answers = [preflight, response, ...redirects.flatMap((hop) => [hop.preflight, hop.response])];
  const lines = answers.flatMap((answer) => answer?.headers ?? []);
  return [
    request.url,
    ...lines.flatMap(([name, value]) => (name === "Location" ? [absolute(value, request.url)] : [])),
  ];
}

/** A path belongs to whichever host it is of. */
const absolute = (location: string, base: string) =>
  location.startsWith("/") ? new URL(location, base).href : location;

describe("the list", () => {
  test("is no shorter than it was", () => expect(scenarios.length).toBeGreaterThanOrEqual(581));

  test("ids are unique and in kebab-case", () => {
    const ids = scenarios.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("titles are unique, and each is one sentence", () => {
    const titles = scenarios.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    for (const title of titles) expect(title).toMatch(/^[A-Z][^\n]*[^.]\.$/);
  });

  test("every cause is known", () => {
    const named = new Set(scenarios.flatMap(({ shows, near }) => [...shows, ...(near ? [near] : [])]));
    expect([...named].filter((id) => !causeIds.includes(id))).toEqual([]);
  });

  test("what a scenario shows stands in the table's order", () => {
    for (const { id, shows } of scenarios) {
      expect([id, shows]).toEqual([id, causeIds.filter((cause) => shows.includes(cause))]);
    }
  });

  test("what looks like a cause shows none", () => {
    expect(scenarios.filter(({ near, shows }) => near && shows.length > 0)).toEqual([]);
  });
});

describe.for(causeIds)("%s", (cause) => {
  test("at least two scenarios show it", () => {
    expect(scenarios.filter(({ shows }) => shows.includes(cause)).length).toBeGreaterThanOrEqual(2);
  });

  test("at least one scenario looks like it", () => {
    expect(scenarios.filter(({ near }) => near === cause).length).toBeGreaterThanOrEqual(1);
  });
});

describe.for(causes)("$id", ({ example, mended }) => {
  test("its example is a scenario", () => expect(scenariosPlaying(example, scenarios)).not.toEqual([]));
  test("its mended exchange is a scenario", () => expect(scenariosPlaying(mended, scenarios)).not.toEqual([]));
});

describe("what the lab can play", () => {
  const known: readonly string[] = [...Object.values(hosts), insecureHost];
  /** Nothing is sent to these, or they hold their own answer. */
  const elsewhereOnPurpose = /^(data|file|ftp|localhost|my-app):/;

  test("every origin is that of a known host, or opaque", () => {
    expect(idsWhere(({ request }) => ![...known, "null"].includes(request.origin))).toEqual([]);
  });

  test("every URL is one of a known host, or of a scheme that is not asked over the network", () => {
    const isKnown = (url: string) => elsewhereOnPurpose.test(url) || known.includes(new URL(url).origin);
    expect(idsWhere((step) => !urlsOf(step).every(isKnown))).toEqual([]);
  });

  test("only a server that has pages asks", () => {
    const pages: string[] = [hosts.plainPage, hosts.page, hosts.other, hosts.publicPage, "null"];
    expect(idsWhere(({ request }) => !pages.includes(request.origin))).toEqual([]);
  });

  test("a streamed body goes over HTTP/2, but where that is what it is about", () => {
    const isHttp2 = ({ request }: Step) => new URL(request.url).origin === hosts.http2;
    expect(idsWhere((step) => step.request.body === "stream" && !isHttp2(step))).toEqual([
      "stream-over-http1",
      "stream-over-http",
    ]);
  });

  test("a service worker controls the page without TLS", () => {
    const isPlain = ({ request: { origin, url } }: Step) =>
      origin === hosts.plainPage && new URL(url).origin === hosts.plainApi;
    expect(idsWhere((step) => step.serviceWorker !== undefined && !isPlain(step))).toEqual([]);
  });

  test("only the public page is far from the servers, and always says what the user said", () => {
    const isPublic = ({ request }: Step) => request.origin === hosts.publicPage;
    expect(idsWhere((step) => isPublic(step) !== (step.addressSpaces?.page === "public"))).toEqual([]);
    expect(idsWhere(({ addressSpaces }) => addressSpaces !== undefined && addressSpaces.server !== "loopback")).toEqual(
      [],
    );
  });

  test("nothing is reached where nothing can be, and everything else is", () => {
    const why = ({ request: { url } }: Step) =>
      url.startsWith(`${hosts.down}/`)
        ? "no-connection"
        : url.startsWith(`${hosts.untrusted}/`)
          ? "certificate"
          : undefined;
    expect(idsWhere((step) => step.unreachable !== why(step))).toEqual([]);
  });

  test("an element is named where the API is one, and nowhere else", () => {
    expect(idsWhere(({ request, element }) => (element !== undefined) !== (request.api === "element"))).toEqual([]);
  });

  test("there is an answer wherever a request arrives", () => {
    const isSent = ({ request, unreachable }: Step) => !unreachable && !elsewhereOnPurpose.test(request.url);
    expect(idsWhere((step) => isSent(step) && step.response === undefined)).toEqual([]);
  });

  test("few scenarios wait, and none for long", () => {
    const waits = steps.flatMap(({ step }) => step.secondsAfter ?? []);
    expect(waits.length).toBeLessThanOrEqual(4);
    expect(Math.max(...waits)).toBeLessThanOrEqual(6);
  });
});

test("a step is as long ago as the steps after it have waited", () => {
  const [step] = scenarios.flatMap(({ steps }) => steps) as [Step];
  const scenario: Scenario = {
    id: "a",
    title: "A.",
    shows: [],
    steps: [step, { ...step, secondsAfter: 3 }, { ...step, secondsAfter: 2 }],
  };
  expect(exchangeOf(scenario).earlier?.map(({ secondsAgo }) => secondsAgo)).toEqual([5, 2]);
});

test.for(scenarios.map((scenario) => [scenario.id, scenario] as const))("%s shows what it says", ([, scenario]) => {
  expect(findCauses(exchangeOf(scenario)).map(({ id }) => id)).toEqual(scenario.shows);
});
