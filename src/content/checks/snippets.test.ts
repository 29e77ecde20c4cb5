import { expect, test } from "vitest";
import { SERVER_CODE } from "./snippets.ts";

/** A line for each thing that gives a server away, as people write it. */
const lines = [
  'const http = require("http");',
  'const https = require("node:https");',
  'import { createServer } from "node:http";',
  'import https from "https";',
  'import express from "express";',
  "import('express').then(start)",
  '} from "express";',
  'import Router from "@koa/router";',
  'import Fastify from "fastify";',
  'import cors from "@fastify/cors";',
  'import { Hono } from "hono";',
  'import { cors } from "hono/cors";',
  'import cors from "cors";',
  'import Hapi from "@hapi/hapi";',
  'import { NestFactory } from "@nestjs/core";',
  'import { NextResponse } from "next/server";',
  "from flask import Flask",
  "import django",
  "from fastapi import FastAPI",
  "from starlette.middleware.cors import CORSMiddleware",
  "from aiohttp import web",
  "import tornado.web",
  "app.use(cors());",
  'router.get("/items", list);',
  'server.post("/items", add);',
  'fastify.put("/items", change);',
  'app.patch("/items", change);',
  'app.delete("/items", remove);',
  'app.options("/items", allow);',
  'app.all("*", allow);',
  "app.register(plugin);",
  "app.listen(3000);",
  'app.route("/items");',
  'res.set("Vary", "Origin");',
  'reply.header("Vary", "Origin");',
  "ctx.send({});",
  "res.json({});",
  "reply.json({});",
  "ctx.json({});",
  "res.send(items);",
  "res.end();",
  "res.sendStatus(204);",
  'response.setHeader("Vary", "Origin");',
  "response.writeHead(204);",
  "createServer(handler).listen(8080)",
  "Deno.serve(handler);",
  "Bun.serve({ fetch });",
  "export default { fetch(request) {} };",
  "export default { async fetch(request) {} };",
  "add_header Vary Origin always;",
  "proxy_pass http://127.0.0.1:3000;",
  "http-request return status 204",
  "http-response set-header Vary Origin",
  "reverse_proxy localhost:3000",
  'Header set Vary "Origin"',
  'Header always add Vary "Origin"',
  'http.HandleFunc("/", handle)',
  'http.Handle("/", handler)',
  'http.ListenAndServe(":8080", nil)',
  "@CrossOrigin",
  "@RestController",
  "header('Access-Control-Allow-Origin: *');",
];

const isServers = (text: string, patterns = SERVER_CODE) => patterns.some((pattern) => pattern.test(text));

/** A pattern without one of the alternatives in its parentheses, for each of them. */
function withoutOne({ source, flags }: RegExp): RegExp[] {
  return [...source.matchAll(/\(\?:([^()]*\|[^()]*)\)/g)].flatMap(([group, inner = ""]) => {
    const alternatives = inner.split("|");
    return alternatives.map((left) => {
      const others = alternatives.filter((other) => other !== left);
      return new RegExp(
        source.replace(group, () => `(?:${others.join("|")})`),
        flags,
      );
    });
  });
}

test.for(lines)("%s is a server's", (line) => expect(isServers(line)).toBe(true));

test("each pattern, and each alternative in one, has its line here", () => {
  for (const pattern of SERVER_CODE) {
    const others = SERVER_CODE.filter((other) => other !== pattern);
    for (const weaker of [/(?!)/, ...withoutOne(pattern)]) {
      const missed = lines.filter((line) => !isServers(line, [...others, weaker]));
      expect(missed, `${pattern} as ${weaker}`).not.toEqual([]);
    }
  }
});

test.for([
  "const response = await fetch(url, { method: 'PUT' });",
  'import axios from "axios";',
  'xhr.setRequestHeader("X-Api-Key", key);',
  "const data = await res.json();",
  "curl -i -X OPTIONS https://api.example.com/items",
  "import requests",
])("%s is a client's", (line) => expect(isServers(line)).toBe(false));
