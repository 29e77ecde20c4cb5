import {
  type Cause,
  type CorsRequest,
  type CorsResponse,
  checkPreflightResponse,
  checkResponse,
  decidePreflight,
  type Failure,
  findCauses,
  getHeader,
  headerLines,
  isRedirectStatus,
} from "../rules/index.ts";
import type { Asker } from "./asker.ts";
import { foreignOrigins } from "./origins.ts";
import type { AuditLine, Miss, MissCode, Untold } from "./types.ts";

/** What a line finds: what is wrong, or why it says nothing. */
type Found = { misses: Miss[] } | { untold: Untold };
type Hold = (asker: Asker) => Promise<Found>;

/**
 * What each line asks. They judge by the rules, so that what passes here passes in a browser; the recipes'
 * conformance suite asks the same, of servers whose paths it knows.
 */
export const lines: Readonly<Record<AuditLine, Hold>> = {
  async preflight(asker) {
    const { urls, methods } = asker.target;
    return over(preflightsOf(asker, urls, methods), async (request) => {
      const response = await asker.preflight(request);
      return response && judgedPreflight(request, response);
    });
  },

  async actual(asker) {
    const { methods, isUnsafe } = asker.target;
    const sent = isUnsafe ? [...new Set(["GET", ...methods])] : ["GET"];
    const requests = asker.target.urls.flatMap((url) =>
      sent.map((method) =>
        asker.request(url, { method, headers: asker.ownHeaders(), body: isSafe(method) ? "none" : "text" }),
      ),
    );
    let answered = 0;
    const found = await over(requests, async (request) => {
      const response = await asker.actual(request);
      if (!response || response.status >= 400) return response && [];
      answered++;
      return judgedBehindPreflight(asker, request, response);
    });
    return "misses" in found && answered === 0 ? { untold: "no-success" } : found;
  },

  async errors(asker) {
    const { urls } = asker.target;
    const nowhere = new URL("preflight-guide-no-such-path", urls[0]).href;
    const requests = [...urls, nowhere].map((url) => asker.request(url));
    let answered = 0;
    const found = await over(requests, async (request) => {
      const response = await asker.actual(request);
      if (!response) return null;
      const isLogin = await isForLogin(asker, request, response);
      if (response.status < 400 && !isLogin) return [];
      answered++;
      return isLogin ? [redirected(request, response, "request")] : judgedResponse(request, response);
    });
    return "misses" in found && answered === 0 ? { untold: "no-error" } : found;
  },

  async foreign(asker) {
    if (asker.target.isPublic) return { untold: "public" };
    return overForeign(asker, (request, response, asked) => {
      const allowed = headerLines(response.headers, "access-control-allow-origin");
      const isLetIn = allowed.includes(request.origin) || allowed.includes("*") || checkResponse(request, response).ok;
      return isLetIn ? [miss("let-in", request, asked, response, { values: { origin: request.origin } })] : [];
    });
  },

  async reflected(asker) {
    return overForeign(asker, (request, response, asked) => {
      const isOpen = checkResponse({ ...request, credentials: "include" }, response).ok;
      return isOpen ? [miss("let-in", request, asked, response, { values: { origin: request.origin } })] : [];
    });
  },

  async vary(asker) {
    const { urls, origins, isPublic, vary = [] } = asker.target;
    if (isPublic) return { untold: "public" };
    const requests = [...origins, "https://other.example"].map((origin) => asker.request(urls[0] ?? "", { origin }));
    return over(requests, async (request) => {
      const response = await asker.actual(request);
      return response && missingInVary(request, response, ["Origin", ...vary]);
    });
  },

  async "vary-without-origin"(asker) {
    const { urls, isPublic } = asker.target;
    if (isPublic) return { untold: "public" };
    const request = asker.request(urls[0] ?? "");
    const response = await asker.plain("GET", request.url, []);
    if (!response) return { untold: "no-answer" };
    const isOpen = headerLines(response.headers, "access-control-allow-origin").includes("*");
    return {
      misses: [
        ...missingInVary(request, response, ["Origin"]),
        ...(isOpen ? [miss("wildcard", request, "request", response)] : []),
      ],
    };
  },

  async "no-auth"(asker) {
    const { urls, methods } = asker.target;
    return over(preflightsOf(asker, urls, methods.slice(0, 1)), async (request) => {
      const response = await asker.preflight(request);
      if (!response) return null;
      const isRefused = response.status === 401 || response.status === 403 || response.status === 407;
      if (isRefused)
        return [miss("asks-login", request, "preflight", response, { values: { status: `${response.status}` } })];
      return judgedPreflight(request, response);
    });
  },

  async "no-redirect"(asker) {
    const { urls, methods } = asker.target;
    const isRedirected = (request: CorsRequest, response: CorsResponse, asked: Miss["asked"]) => {
      const hasLocation = asked === "preflight" && getHeader(response.headers, "location") !== null;
      return isRedirectStatus(response.status) || hasLocation ? [redirected(request, response, asked)] : [];
    };
    const preflights = await over(preflightsOf(asker, urls, methods.slice(0, 1)), async (request) => {
      const response = await asker.preflight(request);
      return response && isRedirected(request, response, "preflight");
    });
    const actuals = await over(
      urls.map((url) => asker.request(url, { headers: asker.ownHeaders() })),
      async (request) => {
        const response = await asker.actual(request);
        return response && isRedirected(request, response, "request");
      },
    );
    return both(preflights, actuals);
  },

  async "max-age"(asker) {
    const { urls, methods, maxAge } = asker.target;
    return over(preflightsOf(asker, urls.slice(0, 1), methods.slice(0, 1)), async (request) => {
      const response = await asker.preflight(request);
      if (!response) return null;
      const values = headerLines(response.headers, "access-control-max-age");
      if (values.length === 0) return [miss("max-age-missing", request, "preflight", response)];
      const isRight =
        values.length === 1 && (maxAge === undefined ? /^\d+$/.test(values[0] ?? "") : values[0] === `${maxAge}`);
      return isRight
        ? []
        : [miss("max-age-other", request, "preflight", response, { values: { value: values.join(", ") } })];
    });
  },

  async once(asker) {
    const { urls, methods, origins } = asker.target;
    const twice = (request: CorsRequest, response: CorsResponse, asked: Miss["asked"]) => {
      const names = response.headers
        .map(([name]) => name.toLowerCase())
        .filter((name) => /^access-control-/.test(name));
      const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
      return repeated.map((name) => miss("twice", request, asked, response, { values: { name } }));
    };
    const from = [origins[0] ?? "", "https://other.example"];
    const preflights = await over(
      from.flatMap((origin) => preflightsOf(asker, urls, methods.slice(0, 1), origin)),
      async (request) => {
        const response = await asker.preflight(request);
        return response && twice(request, response, "preflight");
      },
    );
    const actuals = await over(
      from.flatMap((origin) => urls.map((url) => asker.request(url, { origin }))),
      async (request) => {
        const response = await asker.actual(request);
        return response && twice(request, response, "request");
      },
    );
    return both(preflights, actuals);
  },

  async "plain-options"(asker) {
    const { urls, methods } = asker.target;
    const request = asker.request(urls[0] ?? "", { method: "OPTIONS" });
    const response = await asker.plain("OPTIONS", request.url, [["Origin", request.origin]]);
    if (!response) return { untold: "no-answer" };
    const allow = headerLines(response.headers, "allow").flatMap((value) => value.toUpperCase().split(/\s*,\s*/));
    const [method = "GET"] = methods;
    return {
      misses: [
        ...(allow.includes(method.toUpperCase())
          ? []
          : [miss("no-allow", request, "plain-options", response, { values: { method } })]),
        ...judgedResponse(request, response, "plain-options"),
      ],
    };
  },
};

/** The requests of the target's kind that have a preflight. */
function preflightsOf(
  asker: Asker,
  urls: readonly string[],
  methods: readonly string[],
  origin?: string,
): CorsRequest[] {
  return urls
    .flatMap((url) => methods.map((method) => asker.preflighted(url, method, origin === undefined ? {} : { origin })))
    .filter((request) => decidePreflight(request).preflightRequest !== undefined);
}

/** Asks one after the other. @param ask what is wrong; `null` where there is no answer */
async function over(
  requests: readonly CorsRequest[],
  ask: (request: CorsRequest) => Promise<Miss[] | null>,
): Promise<Found> {
  if (requests.length === 0) return { untold: "nothing-to-ask" };
  const misses: Miss[] = [];
  let answers = 0;
  for (const request of requests) {
    const found = await ask(request);
    if (found === null) continue;
    answers++;
    misses.push(...found);
  }
  return answers === 0 ? { untold: "no-answer" } : { misses };
}

/** Asks from every foreign origin for the first URL, by a preflight and with a plain request. */
async function overForeign(
  asker: Asker,
  find: (request: CorsRequest, response: CorsResponse, asked: Miss["asked"]) => Miss[],
): Promise<Found> {
  const { urls, methods, origins } = asker.target;
  const foreign = foreignOrigins(origins);
  const preflights = await over(
    foreign.flatMap((origin) => preflightsOf(asker, urls.slice(0, 1), methods.slice(0, 1), origin)),
    async (request) => {
      const response = await asker.preflight(request);
      return response && find(request, response, "preflight");
    },
  );
  const actuals = await over(
    foreign.map((origin) => asker.request(urls[0] ?? "", { origin })),
    async (request) => {
      const response = await asker.actual(request);
      return response && find(request, response, "request");
    },
  );
  return both(preflights, actuals);
}

/** Where one of two says nothing, the other counts. */
function both(one: Found, other: Found): Found {
  if ("untold" in one) return other;
  return "untold" in other ? one : { misses: [...one.misses, ...other.misses] };
}

function judgedPreflight(request: CorsRequest, response: CorsResponse): Miss[] {
  const check = checkPreflightResponse(request, response);
  if (check.ok) return [];
  return [miss("not-preflighted-well", request, "preflight", response, { failures: check.failures })];
}

/** @param preflight the answer to the request's preflight, where that passes */
function judgedResponse(
  request: CorsRequest,
  response: CorsResponse,
  asked: Miss["asked"] = "request",
  preflight?: CorsResponse,
): Miss[] {
  const check = checkResponse(request, response);
  return check.ok ? [] : [miss("not-readable", request, asked, response, { failures: check.failures, preflight })];
}

/** Only the answer to the preflight tells whether the answer to the request alone is wrong, or all of them are. */
async function judgedBehindPreflight(asker: Asker, request: CorsRequest, response: CorsResponse): Promise<Miss[]> {
  const misses = judgedResponse(request, response);
  const preflight = misses.length > 0 ? await asker.preflight(request) : null;
  const isPassing = preflight !== null && checkPreflightResponse(request, preflight).ok;
  return isPassing ? judgedResponse(request, response, "request", preflight) : misses;
}

/** Whether who sends no token is redirected where who sends it is answered: there an error should be. */
async function isForLogin(asker: Asker, request: CorsRequest, response: CorsResponse): Promise<boolean> {
  const headers = asker.ownHeaders();
  if (!isRedirectStatus(response.status) || headers.length === 0) return false;
  const answer = await asker.actual({ ...request, headers });
  return answer !== null && !isRedirectStatus(answer.status);
}

function redirected(request: CorsRequest, response: CorsResponse, asked: Miss["asked"]): Miss {
  const location = getHeader(response.headers, "location") ?? `${response.status}`;
  return miss("redirected", request, asked, response, { values: { location } });
}

function missingInVary(request: CorsRequest, response: CorsResponse, wanted: readonly string[]): Miss[] {
  const names = headerLines(response.headers, "vary").flatMap((value) => value.toLowerCase().split(/\s*,\s*/));
  if (names.includes("*")) return [];
  return wanted
    .filter((name) => !names.includes(name.toLowerCase()))
    .map((name) => miss("vary", request, "request", response, { values: { name } }));
}

/** What a miss shows even where the exchange of which it is one passes. */
const CAUSES: Partial<Record<MissCode, Cause["id"]>> = {
  vary: "vary-origin-missing",
  twice: "headers-added-twice",
  "asks-login": "auth-before-cors",
};

/** What more is known of a miss. */
interface About {
  values?: Miss["values"];
  failures?: readonly Failure[];
  /** The answer to the request's preflight, where that passes. */
  preflight?: CorsResponse | undefined;
}

function miss(
  code: MissCode,
  request: CorsRequest,
  asked: Miss["asked"],
  response: CorsResponse,
  { values = {}, failures = [], preflight }: About = {},
): Miss {
  const { origin, url, method } = request;
  const own = CAUSES[code];
  const causes = own ? [own] : causesOf(code, request, asked, response, preflight);
  return { code, request: { origin, url, method }, asked, response, failures, causes, values };
}

function causesOf(
  code: MissCode,
  request: CorsRequest,
  asked: Miss["asked"],
  response: CorsResponse,
  preflight: CorsResponse | undefined,
): string[] {
  if (code === "redirected" && asked === "preflight") return ["preflight-redirected"];
  if (code !== "not-preflighted-well" && code !== "not-readable" && code !== "redirected") return [];
  if (asked === "preflight") return findCauses({ request, preflight: response }).map(({ id }) => id);
  // Behind no preflight that passes, and of a plain OPTIONS, which no page sends, an answer is judged as that to a
  // plain GET.
  const wanted = preflight ? request : { ...request, method: "GET", headers: [], body: "none" as const };
  return findCauses({ request: wanted, response, ...(preflight && { preflight }) }).map(({ id }) => id);
}

function isSafe(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS)$/i.test(method);
}
