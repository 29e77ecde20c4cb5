/**
 * Origins that are not the allowed one, however much they look like it: what a server lets in that compares the end,
 * the beginning or a pattern in place of the whole.
 * @param allowed serialized origins; none of them is among what is returned
 */
export function foreignOrigins(allowed: readonly string[]): string[] {
  const found = allowed.flatMap((origin) => (URL.canParse(origin) ? lookalikes(new URL(origin)) : []));
  const serialized = found.map((origin) => (/^https?:/.test(origin) ? new URL(origin).origin : origin));
  return [...new Set(["https://other.example", "null", ...serialized])].filter((origin) => !allowed.includes(origin));
}

function lookalikes({ protocol, hostname, port }: URL): string[] {
  const written = (host: string, scheme = protocol, at = port) => `${scheme}//${host}${at && `:${at}`}`;
  const otherScheme = protocol === "https:" ? "http:" : "https:";
  const otherPort = String(
    port === "" ? (protocol === "https:" ? 444 : 81) : Number(port) === 65_535 ? 65_534 : Number(port) + 1,
  );
  const ofAddress = [written(hostname, otherScheme), written(hostname, protocol, otherPort)];
  const isName = !hostname.startsWith("[") && !/^[\d.]+$/.test(hostname);
  if (!isName) return ofAddress;
  const labels = hostname.split(".");
  return [
    ...ofAddress,
    written(`${hostname}.evil.test`),
    written(`evil-${hostname}`),
    written(`x${hostname}`),
    written(`${hostname}x`),
    written(`sub.${hostname}`),
    ...(labels.length > 1 ? [written(hostname.replace(".", "x")), written(hostname.replace(".", "-"))] : []),
    ...(labels.length > 2 ? [written(labels.slice(1).join("."))] : []),
  ];
}
