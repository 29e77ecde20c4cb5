/**
 * Reads the port of `PORT`.
 * @param value digits; 0 stands for any that is free
 * @throws where it is no port
 */
export function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new Error(`PORT is "${value}", which is not a port.\nSet it to a number up to 65535, or unset it for 4321.`);
  }
  return port;
}
