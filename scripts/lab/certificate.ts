import { generate } from "selfsigned";

/** A certificate and its private key, as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** Makes a certificate for 127.0.0.1 and localhost that nobody has signed but itself. It is kept nowhere. */
export async function makeCertificate(): Promise<Certificate> {
  const notBeforeDate = new Date();
  // Clocks of browsers in containers may be a little behind.
  notBeforeDate.setHours(notBeforeDate.getHours() - 1);
  const { cert, private: key } = await generate([{ name: "commonName", value: "Preflight lab" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { cert, key };
}
