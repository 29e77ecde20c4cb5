/**
 * Audits a server's CORS headers from outside, by the questions of the recipes' conformance suite. Needs Node.
 * @module
 */

export {
  type Carried,
  type Probed,
  type ProbedEngine,
  type ProbeFailure,
  type ProbeOptions,
  probe,
  type Verdict,
  type WireFailure,
  type WireOptions,
} from "../probe/index.ts";
export { audit } from "./audit.ts";
export { foreignOrigins } from "./origins.ts";
export * from "./types.ts";
