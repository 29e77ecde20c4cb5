// #region cors
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module.js";

const app = await NestFactory.create(AppModule);

// Right after create(), before any app.use(): a preflight carries no token, so nothing
// that asks for one may come first. Guards always come later. After listen() it is too late.
app.enableCors({
  origin: ["https://app.example.com"], // exact: scheme, host and port, no trailing slash
  credentials: true,
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  allowedHeaders: ["Authorization", "Content-Type"],
  maxAge: 600,
});

await app.listen(process.env.PORT ?? 3000, "127.0.0.1");
// #endregion
console.log(await app.getUrl());
