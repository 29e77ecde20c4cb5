import { parseArgs } from "node:util";

/** Where the lab is to listen. */
export interface Options {
  /** 0 for any that is free. */
  port: number;
  host: string;
}

/**
 * Reads where the lab is to listen. On another address than the own machine's it does only where that is asked for.
 * @param open the options that the command has
 * @throws where there is another argument than these, or a value is none
 */
export function readOptions(args: string[], open: readonly (keyof Options)[]): Options {
  const { port = "0", host = "127.0.0.1" } = parse(args, open);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(
      `--port is "${port}", which is not a port.\nGive a number up to 65535, or leave it out for any that is free.`,
    );
  }
  // Node would listen everywhere.
  if (host.trim() === "") {
    throw new Error(
      "--host is empty.\nGive an address to listen at, such as 0.0.0.0 for all, or leave it out for 127.0.0.1.",
    );
  }
  return { port: Number(port), host };
}

function parse(args: string[], open: readonly (keyof Options)[]): Partial<Record<keyof Options, string>> {
  try {
    return parseArgs({ args, options: Object.fromEntries(open.map((name) => [name, { type: "string" as const }])) })
      .values;
  } catch (error) {
    const usage = open.map((name) => `--${name} ${name === "port" ? "4400" : "0.0.0.0"}`).join(" ");
    throw new Error(`${(error as Error).message}\nThe options are ${usage}, and each may be left out.`);
  }
}
