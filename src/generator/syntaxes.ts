/** A value that a syntax has no way to write. */
export class Inexpressible extends Error {
  readonly character: string;

  constructor(character: string) {
    super(`This syntax has no way to write ${JSON.stringify(character)}. Leave the name that holds it out.`);
    this.character = character;
  }
}

/** Writes a text so that its reader gets that text back. Throws `Inexpressible` where it cannot. */
export interface Writer {
  (value: string): string;
  /** What it cannot write. */
  readonly refuses?: RegExp;
}

/** Text between double quotes with backslashes, as JSON and many languages read it. */
const json = (value: string) => JSON.stringify(value);

/** Text between single quotes, in which only the quote and the backslash mean something. */
const singleQuoted = (value: string) => `'${value.replace(/[\\']/g, "\\$&")}'`;

/** Text between double quotes, in which only the quote and the backslash mean something. */
const doubleQuoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

/** Text between single quotes, in which nothing means anything, so a quote stands outside: https://docs.haproxy.org/2.6/configuration.html#2.2 */
export const strongQuoted = (value: string) => `'${value.replaceAll("'", "'\\''")}'`;

/** Refuses what the syntax gives a meaning that cannot be taken from it. */
function without(refuses: RegExp, write: Writer): Writer {
  const writer = (value: string) => {
    const found = refuses.exec(value);
    if (found) throw new Inexpressible(found[0]);
    return write(value);
  };
  return Object.assign(writer, { refuses });
}

/** How each syntax writes a text, quotes included. */
export const syntaxes = {
  js: json,
  json,
  java: json,
  csharp: json,
  go: json,
  yaml: json,
  /** `*` stands for anything: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
  httpApi: without(/\*/, json),
  /** `*` stands for anything: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html */
  s3: without(/\*/, json),
  /**
   * A method and the comma after it; `HEAD` stands at the end. Buckets know no others, and PATCH, which they have
   * no use for, is left out: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html
   */
  s3Method: without(/^(?!(?:GET|PUT|POST|DELETE|HEAD|PATCH)$).*/, (value) =>
    /^(?:HEAD|PATCH)$/.test(value) ? "" : `${json(value)}, `,
  ),
  python: json,
  /** With any of these characters a text is a regular expression, unanchored: https://github.com/corydolphin/flask-cors/blob/main/flask_cors/core.py */
  flaskCors: (value) => json(/[*\\\]?$^[()]/.test(value) ? `^${value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$` : value),
  /** Parsed as a URL at every request, which fails where brackets hold no address: https://docs.python.org/3/library/urllib.parse.html#urllib.parse.urlsplit */
  djangoOrigin: without(/(?<!:\/\/)\[|\](?!(?::\d+)?$)/, json),
  /** A number, where 0 would leave the header out: https://github.com/adamchainz/django-cors-headers#cors_preflight_max_age-int */
  aboveZero: without(/^0$/, (value) => value),
  /** `*` makes an origin a pattern: https://hapi.dev/api/#-routeoptionscors */
  hapiOrigin: without(/\*/, json),
  /** A route's method is a token, and `*` is any: https://hapi.dev/api/#-serverrouteroute */
  hapiMethod: without(/[^!#$%&'+\-.^_`|~0-9A-Za-z]/, json),
  /** https://www.php.net/manual/en/language.types.string.php#language.types.string.syntax.single */
  php: singleQuoted,
  /** `*` makes an origin a pattern: https://github.com/fruitcake/php-cors#options */
  laravelOrigin: without(/\*/, singleQuoted),
  /** Answered in upper case, and a browser compares by case: https://github.com/fruitcake/php-cors/blob/master/src/CorsService.php */
  laravelMethod: without(/[a-z]/, singleQuoted),
  ruby: singleQuoted,
  /** Symbols in lower case, answered in upper case: https://github.com/cyu/rack-cors#resource */
  rackCorsMethod: without(/[a-z]/, (value) => {
    const name = value.toLowerCase();
    return /^[a-z_]\w*$/.test(name) ? `:${name}` : `:${singleQuoted(name)}`;
  }),
  /** `*` makes an origin a pattern: https://pkg.go.dev/github.com/rs/cors#Options */
  rsCorsOrigin: without(/\*/, json),
  /** Answered in upper case, whatever was asked, and a browser compares by case: https://github.com/rs/cors/blob/v1.7.0/cors.go#L298 */
  rsCorsMethod: without(/[a-z]/, json),
  /** Other characters are dropped from the names that a preflight asks for: https://github.com/rs/cors/blob/v1.7.0/utils.go#L55 */
  rsCorsHeader: without(/[^0-9A-Za-z-]/, json),
  /** A dollar sign starts a variable, and nothing takes that from it: https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header */
  nginx: without(/\$/, doubleQuoted),
  /**
   * Read twice. The file takes backslashes off, and `${…}` is a variable even within quotes:
   * https://httpd.apache.org/docs/2.4/configuring.html#quotes. Then `Header` reads `%` as a format, a backslash
   * as the start of a character such as a line break, and `expr=` as an expression:
   * https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header
   */
  apache: without(/\$\{|^expr=/, (value) => doubleQuoted(value.replace(/[\\%]/g, "$&$&"))),
  /** A string within an expression that stands between double quotes: https://httpd.apache.org/docs/2.4/expr.html#grammar */
  apacheExpression: without(/["'\\$%]/, (value) => `'${value}'`),
  /**
   * Braces are placeholders: https://caddyserver.com/docs/conventions#placeholders. A backslash takes their
   * meaning from quotes and else is one, so none can stand before a quote or at the end:
   * https://caddyserver.com/docs/caddyfile/concepts#tokens-and-quotes
   */
  caddy: without(/[{}\\]/, doubleQuoted),
  /** `*` at an end of a value stands for anything: https://caddyserver.com/docs/caddyfile/matchers#header */
  caddyMatcher: without(/[{}\\*]/, doubleQuoted),
  /** In a log format, where `%` starts a variable: https://docs.haproxy.org/2.6/configuration.html#8.2.4 */
  haproxy: (value) => strongQuoted(value.replaceAll("%", "%%")),
  haproxyWord: strongQuoted,
  /** A backslash takes its meaning from a quote and else is one: https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_Configuration */
  lighttpd: without(/\\/, doubleQuoted),
  /** Tomcat's files: `${…}` is a property (https://tomcat.apache.org/tomcat-10.1-doc/config/systemprops.html), and commas part the members of a list. */
  xml: without(/\$\{|,/, (value) => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)),
} as const satisfies Record<string, Writer>;

export type Syntax = keyof typeof syntaxes;
