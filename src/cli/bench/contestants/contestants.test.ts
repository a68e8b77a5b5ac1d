import { describe, expect, it } from "vitest";
import { useBackend } from "../../../core/testing/forEachBackend";
import { type BenchCase, createCase, LENET, parameterCount, SMALL } from "../cases";
import { createBrain } from "./brain";
import type { CreateContestant } from "./contestant";
import { createConvnet } from "./convnet";
import { createJax } from "./jax";
import { createOurs } from "./ours";
import { createTypedArrays } from "./typedArrays";

async function lossesOf(create: CreateContestant, bench: BenchCase, method: string, steps: number): Promise<number[]> {
  const contestant = await create({ bench, task: createCase(bench), method, place: "cpu" });
  await contestant.steps(steps);
  const losses = await contestant.losses();
  contestant.dispose();
  return losses;
}

function expectParity(losses: readonly number[], reference: readonly number[]): void {
  expect(losses).toHaveLength(reference.length);
  reference.forEach((loss, step) => {
    expect(Math.abs((losses[step] as number) - loss)).toBeLessThan(1e-4 * loss);
  });
}

describe("peers of the benchmark", () => {
  it("train the same network from the same weights on the same batches", async () => {
    const byHand = await lossesOf(createTypedArrays, SMALL, "sgd", 5);
    expectParity(await lossesOf(createConvnet, SMALL, "sgd", 5), byHand);
    expectParity(await lossesOf(createJax, SMALL, "sgd", 5), byHand);
  });

  it("agree on momentum", async () => {
    expectParity(await lossesOf(createJax, SMALL, "sgdm", 5), await lossesOf(createConvnet, SMALL, "sgdm", 5));
  });

  it("agree on LeNet-5, whose images two of them lay out differently", async () => {
    const few = { ...LENET, batchSize: 4 };
    expectParity(await lossesOf(createJax, few, "sgdm", 2), await lossesOf(createConvnet, few, "sgdm", 2));
  });

  it.each(["alexnet", "resnet18"] as const)("agree on %s of the poster", async (network) => {
    const few: BenchCase = { name: network, network, batchSize: 2 };
    await useBackend("wasm");
    expectParity(await lossesOf(createJax, few, "sgdm", 2), await lossesOf(createOurs, few, "sgdm", 2));
  });

  it("include one that trains online on another output and has losses of its own", async () => {
    const [online] = await lossesOf(createBrain, SMALL, "online", 1);
    const [byHand] = await lossesOf(createTypedArrays, SMALL, "sgd", 1);
    expect(online).toBeGreaterThan(0);
    expect(online).not.toBeCloseTo(byHand as number, 3);
  });
});

describe("cases of the benchmark", () => {
  it("have the parameters that their names say", () => {
    expect(parameterCount(createCase(SMALL))).toBe(2 * 64 + 64 + 64 * 64 + 64 + 64 + 1);
    expect(parameterCount(createCase(LENET))).toBe(62_006);
  });
});
