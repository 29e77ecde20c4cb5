/**
 * Runs a script or a tool with the project's own Node, after installing the packages where they are
 * missing or not those of package-lock.json.
 * Usage: node scripts/with-setup.cjs <file.ts or file.js> [arguments]
 *
 * One script does both, because a shell remembers where it found `node`: an npm script `a && b`
 * would run b, too, with the machine's Node. The syntax is old on purpose: a Node that is too old
 * has to be able to read it, so as to say so.
 */
"use strict";

var oldestNode = 20;
if (parseInt(process.version.slice(1), 10) < oldestNode) {
  console.error(
    "Preflight Guide needs Node " +
      oldestNode +
      " or newer; this is " +
      process.version +
      ". Get it from https://nodejs.org/"
  );
  process.exit(1);
}

var childProcess = require("child_process");
var crypto = require("crypto");
var fs = require("fs");
var path = require("path");

var onWindows = process.platform === "win32";
var root = path.join(__dirname, "..");
var packages = path.join(root, "node_modules");
var ownNode = path.join(packages, "node", "bin", onWindows ? "node.exe" : "node");
var stamp = path.join(packages, ".installed-from");

if (process.argv[2] === "--installed") {
  // npm has just installed the packages, whoever asked it to.
  recordInstallation();
} else {
  if (!isInstalled()) install();
  run(process.argv.slice(2));
}

/** A hash of what the packages in node_modules have to match. */
function lockHash() {
  var lock = fs.readFileSync(path.join(root, "package-lock.json"));
  return crypto.createHash("sha256").update(lock).digest("hex");
}

function isInstalled() {
  return fs.existsSync(ownNode) && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lockHash();
}

function recordInstallation() {
  // npm install --package-lock-only installs nothing, and runs the project's postinstall all the same.
  if (process.env.npm_config_package_lock_only === "true" || !fs.existsSync(ownNode)) return;
  fs.writeFileSync(stamp, lockHash());
}

/** Installs the packages, or ends with what npm said. */
function install() {
  console.log("Installing packages (once, about a minute)…");
  // Everything here is a development dependency, which NODE_ENV=production would leave out.
  var result = npm(["ci", "--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (result.error || result.status !== 0) {
    console.error(result.error ? String(result.error) : result.stdout + result.stderr);
    fail(
      "The packages could not be installed; npm's own words are above. Mend what they name (often the network), or delete node_modules, and run the command again."
    );
  }
  if (!fs.existsSync(ownNode)) {
    fail(
      "npm installed the packages, but not the Node that they bring: its install script did not run. Run: npm rebuild node --ignore-scripts=false"
    );
  }
  recordInstallation();
}

function npm(args) {
  var options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  // The npm that runs this script, with the Node that runs that npm: this one may be about to be replaced.
  var npmCli = process.env.npm_execpath || "";
  if (/npm-cli\.js$/.test(npmCli)) {
    return childProcess.spawnSync(process.env.npm_node_execpath || process.execPath, [npmCli].concat(args), options);
  }
  // Windows starts npm.cmd only through a shell.
  if (onWindows) return childProcess.spawnSync("npm " + args.join(" "), Object.assign({ shell: true }, options));
  return childProcess.spawnSync("npm", args, options);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs the project's Node, hands signals on to it, and ends as it ends. */
function run(args) {
  var child = childProcess.spawn(ownNode, args, { cwd: root, stdio: "inherit", env: environment() });
  var signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  function handOn(signal) {
    child.kill(signal);
  }
  signals.forEach(function (signal) {
    process.on(signal, handOn);
  });
  // npm hands a signal on to its shell only: where that is gone, nobody is left to stop the child.
  var parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(function () {
      if (process.ppid !== parent) child.kill();
    }, 500).unref();
  }
  child.on("error", function (error) {
    fail(
      "The project's own Node does not start (" + error.message + "). Delete node_modules and run the command again."
    );
  });
  child.on("exit", function (code, signal) {
    if (!signal) process.exit(code);
    signals.forEach(function (name) {
      process.removeListener(name, handOn);
    });
    process.kill(process.pid, signal);
  });
}

function environment() {
  var env = Object.assign({}, process.env);
  // Windows writes it Path.
  var name =
    Object.keys(env).filter(function (key) {
      return key.toUpperCase() === "PATH";
    })[0] || "PATH";
  env[name] = path.join(packages, ".bin") + path.delimiter + (env[name] || "");
  env.ASTRO_TELEMETRY_DISABLED = "1";
  env.ASTRO_DEV_BACKGROUND = "0";
  env.ASTRO_PREVIEW_BACKGROUND = "0";
  return env;
}
