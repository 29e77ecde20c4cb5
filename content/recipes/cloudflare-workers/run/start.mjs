// Runs the Worker in workerd, the runtime that Cloudflare runs it in, without an account.
import { Miniflare } from "miniflare";

const miniflare = new Miniflare({
  host: "127.0.0.1",
  port: Number("{port}"),
  modules: true,
  scriptPath: "worker.js",
  compatibilityDate: "2026-07-01",
  // No made-up request.cf, which would be fetched.
  cf: false,
});
console.log(`${await miniflare.ready}`);
