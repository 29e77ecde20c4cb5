import { expect, test } from "vitest";
import { candidateOf, isOlder, newestOfNpm, packageCalled } from "./outdated.ts";

test.each([
  ["5.3.0", "5.10.1", true],
  ["5.10.1", "5.3.0", false],
  ["1.19.8", "1.19", false],
  ["3.1.2p20", "3.1.3", true],
  ["2.6.12-1", "2.6.12", false],
  ["4.20260730.0", "4.20260731.0", true],
])("%s is older than %s: %s", (version, than, expected) => {
  expect(isOlder(version, than)).toBe(expected);
});

test("npm's answer is a version, or those of a range in any order; previews do not count", () => {
  expect(newestOfNpm('"4.22.3"')).toBe("4.22.3");
  expect(newestOfNpm('["5.9.0", "5.10.0", "6.0.0-beta.1", "5.2.0"]')).toBe("5.10.0");
});

test("apt's answer is what it would install, in its makers' numbers", () => {
  expect(candidateOf("nginx-light:\n  Installed: (none)\n  Candidate: 1.22.1-9+deb12u3\n")).toBe("1.22.1");
  expect(candidateOf("golang-go:\n  Installed: (none)\n  Candidate: 2:1.19~1\n")).toBe("1.19");
  expect(candidateOf("x:\n  Candidate: (none)\n")).toBeUndefined();
});

test.each([
  ["Flask", ["python3-flask", "python3-flask-cors"], "python3-flask"],
  ["Flask-CORS", ["python3-flask", "python3-flask-cors"], "python3-flask-cors"],
  ["Go", ["golang-go", "golang-github-rs-cors-dev"], "golang-go"],
  ["rs/cors", ["golang-go", "golang-github-rs-cors-dev"], "golang-github-rs-cors-dev"],
  ["Apache", ["apache2-bin"], "apache2-bin"],
  ["Python", ["python3-tornado"], undefined],
])("%s comes in one of %s", (name, packages, expected) => {
  expect(packageCalled(name, packages)).toBe(expected);
});
