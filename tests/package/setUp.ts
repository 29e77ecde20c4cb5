import { packageFile } from "../support/packedPackage.ts";

/** Packs the package once, before the tests that install it. */
export default async function setUp(): Promise<void> {
  await packageFile();
}
