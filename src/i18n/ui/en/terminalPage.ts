/** The page about the command line. */
export const terminalPage = {
  title: "CORS from a terminal",
  lead: "One command asks your server what a browser would ask it, and says for Chrome, Firefox and Safari whether the script gets the answer, why not, and how to mend it.",
  start: "It needs Node 20 or newer and installs nothing else:",
  "start.lang":
    "It speaks your locale’s language, or the one that `--lang` names. Every command has `--help`, and `--json` for programs.",
  "probe.title": "Ask a server",
  "probe.text":
    "`probe` sends the preflight and then the request, as a browser would: the method normalized, the header names sorted, no cookie unless `--cookie` has one. A redirect of a preflight is not followed; one of the request is, as each engine does. `--stack` shows the fix as code. Instead of a URL it takes a copied curl command or `fetch()` call in quotes.",
  "explain.title": "Explain what you have",
  "explain.text":
    "`explain` reads what you would paste into the diagnosis: a console’s lines, curl’s output, a copied request, a HAR. What would settle the rest it asks, or lists where nobody can answer.",
  "audit.title": "Audit your own server",
  "audit.text":
    "`audit` asks what the recipes on this site are asked: the right origin, foreign ones and look-alikes, `null`, errors, `Vary`, Max-Age, headers twice, preflights without a token. It sends GET, HEAD and OPTIONS only, at most 20 a second.",
  "check.title": "Without a server",
  "check.text": "`check` says what a browser does with a request, as the checker does, and asks nobody.",
  "ci.title": "In CI",
  "ci.text":
    "The exit status is 0 where it passes, 1 where it fails, 2 where it cannot be told, and 3 where the command was called wrongly. `--format junit` and `--format sarif` are for what shows test results. A workflow for GitHub Actions that audits a preview:",
  "tests.title": "In tests",
  "tests.text":
    "`preflight-guide/matchers` extends the `expect` of Vitest, Jest and Playwright. What a matcher prints where it fails is what the command prints. Jest loads ES modules with `node --experimental-vm-modules node_modules/jest/bin/jest.js`.",
  "library.title": "In a program",
  "library.text":
    "`preflight-guide/rules` says what a browser does, `preflight-guide/diagnose` finds the cause in a paste; both run in browsers, too. `preflight-guide/audit` asks servers.",
  "secrets.title": "What leaves your machine",
  "secrets.text":
    "Only requests to the server that you name. Tokens, cookies and whatever else looks like a secret are shown as `***`.",
  output: "Output",
  file: "File",
  link: "Do all of this from a terminal",
} as const;
