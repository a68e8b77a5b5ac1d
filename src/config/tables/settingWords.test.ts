import { describe, expect, it } from "vitest";
import { resolveExperiment } from "../experiment/resolveExperiment";
import { CHOICES, type ChoiceHyperparamName, HYPERPARAM_NAMES } from "./hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS } from "./optimizers";
import { choiceText, settingKeys, settingSymbol } from "./settingWords";

/** A word as code has it: a hump inside, or a hyphen between small letters. */
const CODE_WORD = /[a-z][A-Z](?!NI)|^[a-z]+-[a-z]+$/;

const choiceNames = Object.keys(CHOICES) as ChoiceHyperparamName[];
const settings = OPTIMIZER_IDS.flatMap((id) => OPTIMIZERS[id].hyperparams.map((name) => [id, name] as const));

describe("what a setting is called", () => {
  it.each([
    ["apo-p", "lambdaFsd", "λ_FSD"],
    ["apo-p", "learningRate", "η₀"],
    ["sgdm", "learningRate", "η"],
    ["kfac", "damping", "Damping"],
    ["hessian-free", "damping", "Starting damping"],
    ["kfac", "dampingForm", "Damping form"],
    [null, "learningRate", "η"],
  ] as const)("of %s, %s is %s", (id, name, word) => {
    expect(settingSymbol(id, name)).toBe(word);
  });

  it.each(HYPERPARAM_NAMES)("is no word of the code for %s", (name) => {
    expect(settingSymbol(null, name)).not.toMatch(CODE_WORD);
  });

  it("stands beside the key where the key has to be typed", () => {
    expect(settingKeys(["lambdaFsd", "damping"])).toBe("lambdaFsd (λ_FSD), damping");
  });
});

describe("what a choice is called", () => {
  it.each(choiceNames)("has a name for people for each %s", (name) => {
    const words = CHOICES[name].map((choice) => choiceText(name, choice));
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).not.toMatch(CODE_WORD);
  });

  it("is not the id of links and files", () => {
    expect(CHOICES.dampingForm.map((choice) => choiceText("dampingForm", choice))).toEqual(["with π", "Tikhonov"]);
    expect(CHOICES.klDirection.map((choice) => choiceText("klDirection", choice))).toEqual([
      "KL(old ‖ new)",
      "KL(new ‖ old)",
    ]);
    expect(choiceText("dampingForm", "none of these")).toBe("none of these");
  });
});

describe("a notice", () => {
  it.each(settings)("of %s names %s as the page does, never by its key", (id, name) => {
    const input = { version: 1, task: "sine", optimizers: [{ id, hyperparams: { [name]: "bad" } }] };
    const { notes } = resolveExperiment(input, { mode: "lenient" });
    expect(notes.map(({ title }) => title)).toEqual([`${settingSymbol(id, name)} of run ${id} is "bad"`]);
  });
});
