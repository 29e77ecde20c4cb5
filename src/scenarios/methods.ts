import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  anyOrigin,
  goodAnswer,
  granted,
  preflight,
  putJson,
  request,
  unasked,
} from "../rules/examples/index.ts";
import type { CorsRequest, Exchange } from "../rules/index.ts";
import type { Scenario } from "./types.ts";

const deleteItem = request({ method: "DELETE" });

/** A request whose preflight is answered with a list of methods. */
function listing(methods: string, request: CorsRequest = putJson): Exchange {
  return {
    request,
    preflight: preflight([allowOrigin(), allowMethods(methods), allowHeaders("content-type")]),
    response: goodAnswer,
  };
}

/** Methods: which cause a preflight, how they are spelt, and how Allow-Methods lists them. */
export const methods: readonly Scenario[] = [
  {
    id: "head-needs-no-preflight",
    title: "HEAD needs no preflight.",
    shows: [],
    near: "options-not-routed",
    steps: [unasked(request({ method: "HEAD" }))],
  },
  {
    id: "post-lowercase-needs-no-preflight",
    title: "A post in lower case becomes POST and needs no preflight.",
    shows: [],
    near: "lowercase-patch",
    steps: [unasked(request({ method: "post", body: "text" }))],
  },
  {
    id: "delete-granted",
    title: "DELETE needs a preflight, which lists it.",
    shows: [],
    near: "method-not-allowed",
    steps: [granted(deleteItem)],
  },
  {
    id: "put-lowercase-granted",
    title: "A put in lower case becomes PUT, which the preflight lists.",
    shows: [],
    near: "allow-methods-lowercase",
    steps: [listing("GET, PUT", { ...putJson, method: "put" })],
  },
  {
    id: "put-mixed-case-granted",
    title: "A Put becomes PUT, which the preflight lists.",
    shows: [],
    near: "lowercase-patch",
    steps: [listing("PUT", { ...putJson, method: "Put" })],
  },
  {
    id: "patch-granted",
    title: "PATCH in upper case, as the preflight lists it.",
    shows: [],
    near: "lowercase-patch",
    steps: [listing("GET, PUT, PATCH", { ...putJson, method: "PATCH" })],
  },
  {
    id: "patch-lowercase-listed-lowercase",
    title: "A patch in lower case stays as it is, and the preflight lists it so.",
    shows: [],
    near: "lowercase-patch",
    steps: [listing("patch", { ...putJson, method: "patch" })],
  },
  {
    id: "patch-lowercase-wildcard",
    title: "A patch in lower case, and the preflight lists *.",
    shows: [],
    near: "lowercase-patch",
    steps: [listing("*", { ...putJson, method: "patch" })],
  },
  {
    id: "patch-lowercase-listed-uppercase",
    title: "A patch in lower case stays as it is, and the preflight lists PATCH.",
    shows: ["lowercase-patch"],
    steps: [listing("GET, PUT, PATCH", { ...putJson, method: "patch" })],
  },
  {
    id: "patch-lowercase-xhr",
    title: "An XMLHttpRequest is opened with patch in lower case, and the preflight lists PATCH.",
    shows: ["lowercase-patch"],
    steps: [listing("PATCH", { ...putJson, method: "patch", api: "xhr" })],
  },
  {
    id: "patch-mixed-case",
    title: "A Patch with one capital letter stays as it is, and the preflight lists PATCH.",
    shows: ["lowercase-patch"],
    steps: [listing("PATCH", { ...putJson, method: "Patch" })],
  },
  {
    id: "patch-lowercase-not-listed",
    title: "A patch in lower case, and the preflight lists it in no case at all.",
    shows: ["method-not-allowed"],
    steps: [listing("GET, POST", { ...putJson, method: "patch" })],
  },
  {
    id: "custom-method-granted",
    title: "A method that nobody knows, CHICKEN, and the preflight lists it.",
    shows: [],
    near: "method-not-allowed",
    steps: [granted(request({ method: "CHICKEN" }))],
  },
  {
    id: "query-method-granted",
    title: "The method QUERY with a body of text, and the preflight lists it.",
    shows: [],
    near: "method-not-allowed",
    steps: [granted(request({ method: "QUERY", body: "text" }))],
  },
  {
    id: "options-as-the-method",
    title: "A script asks with OPTIONS itself, which needs a preflight of its own.",
    shows: [],
    near: "method-not-allowed",
    steps: [granted(request({ method: "OPTIONS" }))],
  },
  {
    id: "put-listed-among-others",
    title: "The list of methods has empty elements and spaces, and PUT among them.",
    shows: [],
    near: "malformed-allow-list",
    steps: [listing(" GET ,, PUT\t, DELETE,")],
  },
  {
    id: "put-wildcard-method",
    title: "The preflight lists * for methods, which stands for PUT.",
    shows: [],
    near: "method-not-allowed",
    steps: [
      {
        request: putJson,
        preflight: preflight([anyOrigin, allowMethods("*"), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "post-json-method-not-listed",
    title: "POST need not be listed: the preflight is there for the Content-Type alone.",
    shows: [],
    near: "method-not-allowed",
    steps: [listing("PUT", { ...putJson, method: "POST" })],
  },
  {
    id: "put-not-listed",
    title: "The preflight lists GET and POST, and the request is a PUT.",
    shows: ["method-not-allowed"],
    steps: [listing("GET, POST")],
  },
  {
    id: "put-no-allow-methods",
    title: "The preflight has no Allow-Methods, and the request is a PUT.",
    shows: ["method-not-allowed"],
    steps: [
      { request: putJson, preflight: preflight([allowOrigin(), allowHeaders("content-type")]), response: goodAnswer },
    ],
  },
  {
    id: "put-empty-allow-methods",
    title: "The preflight's Allow-Methods is empty, and the request is a PUT.",
    shows: ["method-not-allowed"],
    steps: [listing("")],
  },
  {
    id: "put-allow-instead-of-allow-methods",
    title: "The answer to OPTIONS lists PUT in Allow, which counts for nothing.",
    shows: ["method-not-allowed"],
    steps: [
      {
        request: putJson,
        preflight: preflight([["Allow", "GET, PUT"], allowOrigin(), allowHeaders("content-type")]),
        response: goodAnswer,
      },
    ],
  },
  {
    id: "delete-only-options-listed",
    title: "The preflight lists OPTIONS, which is not the method that it is asked about.",
    shows: ["method-not-allowed"],
    steps: [
      { request: deleteItem, preflight: preflight([allowOrigin(), allowMethods("OPTIONS")]), response: goodAnswer },
    ],
  },
  {
    id: "put-listed-lowercase",
    title: "The preflight lists put, and the request is a PUT.",
    shows: ["allow-methods-lowercase"],
    steps: [listing("get, put")],
  },
  {
    id: "put-lowercase-listed-lowercase",
    title: "A script writes put and the preflight lists put, but what is sent is PUT.",
    shows: ["allow-methods-lowercase"],
    steps: [listing("put", { ...putJson, method: "put" })],
  },
  {
    id: "patch-listed-lowercase",
    title: "The preflight lists patch, and the request is a PATCH.",
    shows: ["allow-methods-lowercase"],
    steps: [listing("get, post, patch", { ...putJson, method: "PATCH" })],
  },
  {
    id: "delete-listed-mixed-case",
    title: "The preflight lists Delete, and the request is a DELETE.",
    shows: ["allow-methods-lowercase"],
    steps: [
      { request: deleteItem, preflight: preflight([allowOrigin(), allowMethods("Get, Delete")]), response: goodAnswer },
    ],
  },
  {
    id: "put-listed-in-both-cases",
    title: "The preflight lists put and PUT.",
    shows: [],
    near: "allow-methods-lowercase",
    steps: [listing("put, PUT")],
  },
];
