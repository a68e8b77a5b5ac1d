import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { applyEvent } from "../src/store/experiment/applyEvent";
import { testStateOf } from "../src/store/hook/hookState";
import { testState } from "../src/store/testing/testState";
import { jsonSchemas } from "./buildSchemas";
import { stateSchema } from "./stateSchema";

it("the schemas that ship are those of the code, and there are no others", () => {
  const schemas = jsonSchemas();
  expect(readdirSync("public/schema").toSorted()).toEqual(Object.keys(schemas).toSorted());
  for (const [file, text] of Object.entries(schemas))
    expect(readFileSync(`public/schema/${file}`, "utf8"), `${file}: npm run schema writes it`).toBe(text);
});

it("the schema of the state takes what the hook gives, in full and in parts, and nothing else", () => {
  const state = applyEvent(testState(["apo-p", "sgdm"]), {
    type: "rows",
    experiment: "e1",
    step: 2,
    metaSteps: { "apo-p": 2 },
    runs: [{ run: "apo-p", columns: { step: [0, 1], trainLoss: [3, Number.NaN] } }],
  });
  const full = testStateOf(state);
  expect(stateSchema.parse(full)).toEqual(full);
  const part = testStateOf(state, { columns: ["trainLoss"], runs: ["apo-p"] });
  expect(stateSchema.parse(part).runs.map(({ run, columns }) => [run, columns])).toEqual([
    ["apo-p", { trainLoss: [3, null] }],
  ]);
  expect(stateSchema.safeParse({ ...full, status: "asleep" }).success).toBe(false);
  expect(stateSchema.safeParse({ ...full, seed: "7" }).success).toBe(false);
});
