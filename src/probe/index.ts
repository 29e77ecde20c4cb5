/** Asks servers what browsers would ask them. Needs Node. */
export { actualLines, type Carried, preflightLines } from "./browserLines.ts";
export { type Probed, type ProbedEngine, type ProbeFailure, type ProbeOptions, probe, type Verdict } from "./probe.ts";
export { sendOverWire, type WireFailure, type WireOptions, type WireRequest, type WireResult } from "./wire.ts";
