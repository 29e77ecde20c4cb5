import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module.js";

const app = await NestFactory.create(AppModule);

// #region broken
// true is not "on": it repeats whatever Origin asks. Every site may read every answer,
// with the cookies of whoever visits it, and no browser complains.
app.enableCors({
  origin: true,
  credentials: true,
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  allowedHeaders: ["Authorization", "Content-Type"],
  maxAge: 600,
});
// #endregion

await app.listen(process.env.PORT ?? 3000, "127.0.0.1");
