import { smallArchive } from "../../src/core/training/golden/smallArchive";
import { runOf } from "../testState";
import { expect, test } from "./fixtures";
import { dropFile } from "./inPage";

const LINK = "task=cifar100&opt=sgdm&steps=4&batch=32&backend=wasm";

test("an archive is dropped, trained on, found again after a reload where the browser keeps files, and deleted", async ({
  lab,
  engine,
  picture,
}) => {
  await engine.resize(1280, 800);
  await lab.open(LINK);
  expect((await lab.state()).status).toBe("needsFile");
  const archive = Buffer.from(await smallArchive("cifar100", { train: 2, test: 1 })).toString("base64");
  const dropAndTrain = async () => {
    await lab.evaluate(dropFile, "cifar-100-binary.tar.gz", archive);
    await expect.poll(async () => (await lab.state()).status, { timeout: 60_000 }).toBe("idle");
    return train();
  };
  const train = async () => {
    await lab.playToTheEnd();
    return runOf(await lab.state(), "sgdm").columns.trainLoss;
  };
  const losses = await dropAndTrain();
  expect(losses.filter((loss) => loss !== null && Number.isFinite(loss))).toHaveLength(4);
  await picture("archive-1280");
  const isKept = (await lab.state()).notices.every(({ title }) => !title.endsWith("is not kept"));
  await lab.open(LINK);
  await expect.poll(async () => (await lab.state()).status).toBe(isKept ? "idle" : "needsFile");
  expect(await (isKept ? train() : dropAndTrain())).toEqual(losses);
  await lab.click("button", "Delete the archive, 1 MB");
  await lab.click("button", "Delete 1 MB for good?");
  await lab.isGone("button", "Delete 1 MB for good?");
  await lab.open(LINK);
  expect((await lab.state()).status).toBe("needsFile");
});
