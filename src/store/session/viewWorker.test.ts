import { afterEach, expect, test } from "vitest";
import { createTestPage, messagesArrive } from "../testing/testPage";
import { ViewWorker } from "./viewWorker";

const worldOf = (rest: string | null = null, knownMs = 0) => {
  const world = createTestPage("");
  const heard: string[] = [];
  const worker = new ViewWorker<string, string>(world.page, "sweep", {
    onAnswer: (answer) => heard.push(answer),
    again: () => rest,
    onAgain: (message) => heard.push(`again: ${message}`),
    knownMs: () => knownMs,
    onError: (message) => heard.push(`error: ${message}`),
    onSilence: () => heard.push("silence"),
    onWord: () => heard.push("word"),
  });
  close = () => {
    for (const { port } of world.workers) port.close();
  };
  return { ...world, worker, heard };
};
let close = () => {};
afterEach(() => close());

test("a view's worker is started by the first request and terminated by its end; the next request starts another", async () => {
  const { worker, workers } = worldOf();
  expect(workers).toHaveLength(0);
  worker.send("a");
  worker.send("b");
  await messagesArrive();
  expect(workers.map(({ received }) => received)).toEqual([["a", "b"]]);
  worker.end();
  worker.send("c");
  await messagesArrive();
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  expect(workers[1]?.received).toEqual(["c"]);
});

test("what a worker says is heard until it is ended, and not afterwards", async () => {
  const { worker, workers, heard } = worldOf();
  worker.send("a");
  workers[0]?.port.postMessage("one");
  await messagesArrive();
  workers[0]?.port.postMessage("two");
  worker.end();
  workers[0]?.fail("too late");
  await messagesArrive();
  expect(heard).toEqual(["one"]);
});

test("a worker that fails, or cannot start, is told and gone", () => {
  const { worker, workers, world, heard } = worldOf();
  worker.send("a");
  workers[0]?.fail("boom");
  expect(workers[0]?.isEnded).toBe(true);
  world.areWorkersForbidden = true;
  worker.send("b");
  expect(heard).toEqual(["error: boom", "error: Workers are forbidden here."]);
});

test("a worker that is lost or hangs is replaced once for each request, by one that is asked for the rest", async () => {
  const { worker, workers, heard, pass } = worldOf("rest");
  worker.send("a");
  workers[0]?.fail("boom");
  await messagesArrive();
  expect(workers.map(({ isEnded, received }) => [isEnded, received])).toEqual([
    [true, ["a"]],
    [false, ["rest"]],
  ]);
  expect(heard).toEqual(["again: boom"]);
  workers[1]?.fail("bang");
  expect(heard).toEqual(["again: boom", "error: bang"]);

  worker.send("b");
  pass(11_000);
  expect(heard.slice(2)).toEqual(["silence", "word", "again: Nothing was heard of it for 10 seconds."]);
  pass(30_000); // it may have been slow
  expect(heard.slice(5)).toEqual(["silence"]);
  pass(12_000);
  expect(heard.slice(6)).toEqual(["word", "error: Nothing was heard of it for 40 seconds."]);
  expect(workers.every(({ isEnded }) => isEnded)).toBe(true);
});

test("a worker whose work is known to take long is waited for", () => {
  const { worker, heard, pass } = worldOf("rest", 5000);
  worker.send("a");
  pass(19_000);
  expect(heard).toEqual(["silence"]);
  pass(2000);
  expect(heard.at(-1)).toBe("again: Nothing was heard of it for 20 seconds.");
});

test("a worker that gives no sign of life for five seconds is told of, and taken back when it speaks or is ended", async () => {
  const { worker, workers, heard, pass } = worldOf();
  worker.send("a");
  pass(4000);
  workers[0]?.port.postMessage("beat");
  await messagesArrive();
  pass(4900);
  expect(heard).toEqual([]);
  pass(1000);
  expect(heard).toEqual(["silence"]);
  workers[0]?.port.postMessage("beat");
  await messagesArrive();
  expect(heard).toEqual(["silence", "word"]);
  pass(7000);
  worker.end();
  pass(60_000);
  expect(heard).toEqual(["silence", "word", "silence", "word"]);
});
