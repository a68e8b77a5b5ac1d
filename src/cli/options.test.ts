import { expect, it } from "vitest";
import { ConfigError } from "../config/experiment/notes";
import { readNames, readOptions } from "./options";

const OPTIONS = {
  only: { type: "string" },
  quick: { type: "boolean" },
  at: { type: "string", multiple: true },
} as const;

it("options are read by their names", () => {
  expect(readOptions(["--quick", "--only", "a", "--at=1", "--at=2"], OPTIONS)).toEqual({
    quick: true,
    only: "a",
    at: ["1", "2"],
  });
  expect(readNames("part", ["b", "a"], ["a", "b", "c"])).toEqual(["a", "b"]);
});

it.each<[string, string[], RegExp]>([
  ["unknown", ["--nonsense"], /Unknown option '--nonsense'.* Allowed: --only, --quick, --at\. Check the name/],
  ["without its value", ["--only"], /'--only <value>' argument missing/],
  ["followed by what looks like an option", ["--only", "--quick"], /'--only' argument is ambiguous/],
  ["given a value it has not", ["--quick=1"], /does not take an argument/],
  ["no option at all", ["sine"], /Unexpected argument 'sine'/],
])("one that is %s is named, with those there are", (_, argv, message) => {
  expect(() => readOptions(argv, OPTIONS)).toThrow(ConfigError);
  expect(() => readOptions(argv, OPTIONS)).toThrow(message);
});

it("every name that a command does not know is named", () => {
  expect(() => readNames("part", ["x", "a", "y"], ["a", "b"])).toThrow(
    'There is no part "x". Allowed: a, b. Check the name.\nThere is no part "y".',
  );
});
