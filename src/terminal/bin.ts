#!/usr/bin/env node
import { libraryIn } from "./library.ts";
import { main } from "./main.ts";

await main(process.argv.slice(2), libraryIn(new URL("./words/", import.meta.url)));
