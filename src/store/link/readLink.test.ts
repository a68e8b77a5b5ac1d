import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { readLink } from "./readLink";

test.each([
  ["?task=svhn", "task", "sine, linear"],
  ["?preset=none", "none", "lambda-fsd-jump"],
  ["?preset=cifar10&task=sine", "cifar10", "It belongs to cifar10"],
  ["?opt=lion", "lion", "apo-p, apo-lr"],
  ["?backend=cuda", "backend", "auto, webgpu"],
  ["?seed=-1", "seed", "0 to 4294967295"],
  ["?seed=x", "seed", "whole number"],
  ["?steps=0", "steps", "1 to 1000000"],
  ["?opt=apo-p&lf=-2", "lambdaFsd", "0 to 1000000"],
  ["?lf=nine", "lf", "a finite number"],
  ["?kappa=2", "conditionNumber", "10 to 1000000"],
  ["?images=9999", "trainImages", "500 to 5000"],
  ["?network=vgg", "network", "mlp, lenet"],
  ["?network=5", "network", "mlp, lenet"],
  ["?at=12", "12", "step:name=value"],
  ["?at=5:baseOptimizer=adam&opt=apo-lr", "baseOptimizer", "lambdaFsd"],
  ["?x=hours", "x", "steps, epochs"],
  ["?theme=pink", "theme", "auto, light, dark"],
  ["?scale=cubic", "scale", "log, linear"],
  ["?smooth=yes", "smooth", "on, off"],
  ["?speed=7", "speed", "1, 5, 25, max"],
  ["?off=lion", "lion", "apo-p"],
  ["?focus=sgd", "sgd", "apo-p"],
  ["?colour=red", "colour", "task"],
  ["?v=2", "version", "1"],
  ["?sgdm.lf=1", "lambdaFsd", "learningRate"],
])("%s is dropped or clamped with a note that names %s and says %s", (link, thing, allowed) => {
  const { notes, config } = readLink(link);
  expect(notes).toHaveLength(1);
  expect(notes[0]?.title).toContain(thing);
  expect(notes[0]?.detail).toContain(allowed);
  expect(notes[0]?.remedy).not.toBe("");
  expect(resolveExperiment(config).config).toEqual(config);
});

test("what others add to a shared link is passed over in silence", () => {
  expect(readLink("?utm_source=x&fbclid=1").notes).toEqual([]);
});

test("no link throws", () => {
  for (const link of [
    "?%",
    "?=",
    "?&&&",
    "?opt=",
    "?opt=,",
    "?at=;;",
    "?off=",
    "?apo-p.=3",
    "?.lf=3",
    "?task=&seed=&v=",
  ]) {
    expect(() => readLink(link), link).not.toThrow();
  }
});
