import { expect, it } from "vitest";
import { gzippedTar, smallArchive } from "../../core/training/golden/smallArchive";
import type { ArchiveEvent } from "../../protocol/archive";
import { readToKeep } from "./readToKeep";

async function eventsOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArchiveEvent[]> {
  const events: ArchiveEvent[] = [];
  await readToKeep(new File([bytes], name), (event) => events.push(event));
  return events;
}

it("reads into memory where there are no files to keep it in, as in Node, and says so", async () => {
  const events = await eventsOf("mine.tar.gz", await smallArchive("cifar100", { train: 2, test: 1 }));
  const last = events.at(-1);
  if (last?.type !== "archiveRead") throw new Error(`It ended with ${last?.type}.`);
  expect(last.archive).toMatchObject({ isKept: false, summary: { archive: "cifar100", train: 200, test: 100 } });
  expect([last.archive.train.size, last.archive.test.size]).toEqual([200 * 3072, 100 * 3072]);
  expect(last.notice).toMatchObject({
    level: "warning",
    title: "mine.tar.gz is not kept",
    detail: "The browser keeps no files for this page. It stays in memory until this page is closed.",
  });
  for (const event of events.slice(0, -1)) expect(event.type).toBe("archiveProgress");
});

it("refuses a file in a sentence, and reads nothing into memory for it", async () => {
  const events = await eventsOf("p.tar.gz", await gzippedTar([{ name: "cifar-100-python/train", body: "x" }]));
  expect(events.at(-1)).toMatchObject({
    type: "archiveRefused",
    notice: { level: "error", title: "p.tar.gz is the Python version of CIFAR-100" },
  });
});
