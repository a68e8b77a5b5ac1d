import { describe, expect, it } from "vitest";
import { HYPERPARAM_NAMES } from "../tables/hyperparams";
import {
  formatInterventions,
  formatSetting,
  parseIntervention,
  parseInterventions,
  parseOptimizers,
  parseSetting,
  parseSettingName,
  parseSettingPair,
  shortName,
} from "./shorthand";

describe("parseSetting", () => {
  it.each([
    ["lf=0.3", { name: "lambdaFsd", value: 0.3 }],
    ["lw=1e-4", { name: "lambdaWsd", value: 1e-4 }],
    ["k=10", { name: "metaUpdateInterval", value: 10 }],
    ["K=10", { name: "metaUpdateInterval", value: 10 }],
    ["alpha=.02", { name: "metaLearningRate", value: 0.02 }],
    ["lambdaFsd=3", { name: "lambdaFsd", value: 3 }],
    ["lambdafsd=3", { name: "lambdaFsd", value: 3 }],
    ["apo-p.lambdaFsd=3", { run: "apo-p", name: "lambdaFsd", value: 3 }],
    ["apo-p-2.lf = -3 ", { run: "apo-p-2", name: "lambdaFsd", value: -3 }],
    ["metaSchedule=linear", { name: "metaSchedule", value: "linear" }],
  ])("reads %s", (text, expected) => {
    expect(parseSetting(text)).toEqual({ value: expected, note: null });
  });

  it.each([
    ["lambda=3", /no setting "lambda"/, /lf, lw, k, alpha, .*lambdaFsd/],
    [".lf=3", /no setting "\.lf"/, /lambdaFsd/],
    ["lf", /"lf" is not a setting/, /name=value/],
    ["=3", /"=3" is not a setting/, /name=value/],
    ["lf=", /lf is ""/, /a finite number/],
    ["lf=three", /lf is "three"/, /a finite number/],
    ["lf=NaN", /lf is "NaN"/, /a finite number/],
    ["apo-p.k=Infinity", /apo-p\.k is "Infinity"/, /a finite number/],
    ["lf=1e999", /lf is "1e999"/, /a finite number/],
  ])("says what is wrong with %s", (text, title, detail) => {
    const { value, note } = parseSetting(text);
    expect(value).toBeNull();
    expect(note?.title).toMatch(title);
    expect(note?.detail).toMatch(detail);
    expect(note?.remedy).not.toBe("");
  });

  it.each(HYPERPARAM_NAMES)("reads back what formatSetting writes of %s", (name) => {
    for (const run of [undefined, "apo-p-2"]) {
      const setting = { ...(run ? { run } : {}), name, value: parseSettingPair(name, "0.1").value?.value ?? "" };
      expect(parseSetting(formatSetting(setting)).value).toEqual(setting);
    }
  });
});

describe("parseSettingName", () => {
  it.each(["theme", "seed", "opt", "utm_source", ""])("leaves the link's parameter %j to others", (key) => {
    expect(parseSettingName(key)).toBeNull();
  });

  it("knows every short name", () => {
    expect(HYPERPARAM_NAMES.map(shortName).filter((short, i) => short !== HYPERPARAM_NAMES[i])).toEqual([
      "lf",
      "lw",
      "k",
      "alpha",
    ]);
  });
});

describe("parseIntervention", () => {
  it.each([
    ["120:lambdaFsd=3", { step: 120, name: "lambdaFsd", value: 3 }],
    [" 0 : apo-p.lf=3", { step: 0, run: "apo-p", name: "lambdaFsd", value: 3 }],
  ])("reads %s", (text, expected) => {
    expect(parseIntervention(text)).toEqual({ value: expected, note: null });
  });

  it.each(["lambdaFsd=3", "-1:lf=3", "1.5:lf=3", "x:lf=3", "120", "120:"])("says what is wrong with %s", (text) => {
    const { value, note } = parseIntervention(text);
    expect(value).toBeNull();
    expect(note?.detail).toMatch(/Allowed: /);
  });
});

describe("parseInterventions", () => {
  it("reads a link's list and reads back what it writes", () => {
    const { interventions, notes } = parseInterventions("120:lambdaFsd=0.3;180:K=5;");
    expect(notes).toEqual([]);
    expect(formatInterventions(interventions)).toBe("120:lf=0.3;180:k=5");
    expect(parseInterventions(formatInterventions(interventions)).interventions).toEqual(interventions);
  });

  it("keeps what it can and notes the rest", () => {
    const { interventions, notes } = parseInterventions("120:lf=0.3;what;180:nothing=5");
    expect(interventions).toEqual([{ step: 120, name: "lambdaFsd", value: 0.3 }]);
    expect(notes.map(({ title }) => title)).toEqual(['"what" is not an intervention', 'There is no setting "nothing"']);
  });
});

describe("parseOptimizers", () => {
  it("splits a comma list", () => {
    expect(parseOptimizers(" apo-p, sgdm,,nonsense")).toEqual([{ id: "apo-p" }, { id: "sgdm" }, { id: "nonsense" }]);
  });
});
