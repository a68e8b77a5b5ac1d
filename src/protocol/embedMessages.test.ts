import { expect, test } from "vitest";
import { argumentsOf, hostMessageOf, isHello } from "./embedMessages";

test.each([
  [{ apo: 1, id: 1, type: "call", name: "play" }],
  [{ apo: 1, id: "a", type: "call", name: "set", args: ["lf", 3] }],
  [{ apo: 1, type: "event", name: "sight", value: false }],
  [{ apo: 1, type: "event", name: "theme", value: "dark" }],
])("%j is a host's message", (message) => {
  expect(hostMessageOf(message)).toEqual(message);
});

test.each([
  [null],
  ["play"],
  [{ type: "call", id: 1, name: "play" }],
  [{ apo: 2, id: 1, type: "call", name: "play" }],
  [{ apo: 1, type: "call", name: "play" }],
  [{ apo: 1, id: 1, type: "call", name: "constructor" }],
  [{ apo: 1, id: 1, type: "call", name: "set", args: "lf" }],
  [{ apo: 1, type: "event", name: "theme", value: "pink" }],
  [{ apo: 1, type: "event", name: "ready", value: null }],
])("%j is none", (message) => {
  expect(hostMessageOf(message)).toBeNull();
});

test("only a hello is a hello", () => {
  expect(isHello({ apo: 1, type: "hello" })).toBe(true);
  expect(isHello({ apo: 1, type: "call" })).toBe(false);
  expect(isHello(undefined)).toBe(false);
});

test.each([
  ["step", [], "how many steps"],
  ["step", [0], "how many steps"],
  ["step", [1.5], "how many steps"],
  ["seek", ["end"], "a step from 0"],
  ["set", ["lf"], "a setting's name"],
  ["set", ["lf", 1, { run: 7 }], "only one run is meant"],
  ["toPNG", [1], "{ scale }"],
] as const)("%s(%j) is taken, or refused with what it takes", (method, given, words) => {
  if (method === "step" && given.length === 0) expect(argumentsOf(method, given)).toEqual([]);
  else expect(() => argumentsOf(method, given)).toThrow(words);
});

test("arguments that are not given end the list", () => {
  expect(argumentsOf("step", [undefined])).toEqual([]);
  expect(argumentsOf("set", ["k", 5, undefined])).toEqual(["k", 5]);
});
