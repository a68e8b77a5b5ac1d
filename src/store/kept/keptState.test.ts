import { expect, it } from "vitest";
import { setUpActions } from "../testing/testActions";
import type { KeptRun } from "./keptRecords";
import { keptState, recordOf } from "./keptState";

const kept = (state: ReturnType<ReturnType<typeof setUpActions>["state"]>): KeptRun => ({
  ...{ id: "k", name: null, isPinned: false, isHidden: false, isDeclined: false },
  ...{ createdAt: 0, savedAt: 0, bytes: 0, checkpoints: [], ...recordOf(state) },
});

it("a run that was kept before there was weight decay comes back with none, and is else as it was", () => {
  const { state } = setUpActions(
    {},
    { optimizers: [{ id: "adam", hyperparams: { learningRate: 0.02 } }, { id: "sgdm" }] },
  );
  const record = structuredClone(kept(state()));
  for (const { hyperparams } of [...record.config.optimizers, ...record.series])
    Reflect.deleteProperty(hyperparams, "weightDecay");
  const next = keptState(state(), { record, chunks: [], snapshots: [] });
  expect(next.config).toEqual(state().config);
  expect(next.runs.map(({ hyperparams }) => hyperparams)).toEqual(state().runs.map(({ hyperparams }) => hyperparams));
  expect(next.runs[0]?.hyperparams).toMatchObject({ learningRate: 0.02, weightDecay: 0 });
});
