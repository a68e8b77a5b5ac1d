import "../../core/kernels/cpu/cpuBackend";
import { setBackend } from "@tensorflow/tfjs-core";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { ColumnName } from "../../config/tables/metrics";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import { openChannel } from "../../protocol/channel";
import type { Command, CsvFile, WorkerEvent } from "../../protocol/messages";
import type { WorkerDeps } from "../loading/loadExperiment";
import { serve } from "../trainer/serve";
import { Trainer } from "../trainer/trainer";
import { TEST_CPU } from "./testDevice";

type EventOf<Type extends WorkerEvent["type"]> = Extract<WorkerEvent, { type: Type }>;

/** The page's end of a trainer that runs in Node on the cpu backend, for boundary tests. */
export interface TestPage {
  /** Every event so far, in order. */
  events: WorkerEvent[];
  /** Ports inside the command are transferred with it. */
  send(command: Command): void;
  /** Configures an experiment as `resolveExperiment` fills it; speed "max" unless told. */
  configure(experiment: string, input: Record<string, unknown>, stepsPerSecond?: number | null, csv?: CsvFile): void;
  /** The first event that fits after the one that `next` gave last, or (`from`) from that position of `events`. */
  next<Type extends WorkerEvent["type"]>(
    type: Type,
    fits?: (event: EventOf<Type>) => boolean,
    from?: number,
  ): Promise<EventOf<Type>>;
  /** Events of a type so far. */
  all<Type extends WorkerEvent["type"]>(type: Type): EventOf<Type>[];
  /** Something throws outside of every command, as the worker's `error` event tells it. */
  crash(error: unknown): void;
  /** A column of a run, joined over all rows of an experiment. */
  column(experiment: string, run: string, name: ColumnName): (number | null)[];
  close(): void;
}

/** Opens a trainer behind a MessageChannel; `changes` replace parts of what it works with. */
export function openTestTrainer(changes: Partial<WorkerDeps> = {}): TestPage {
  const { port1, port2 } = new MessageChannel();
  const deps: WorkerDeps = {
    createTask: CREATE_TASK,
    createRace,
    openDevice: async () => {
      await setBackend("cpu");
      return TEST_CPU;
    },
    openPartner: () => null,
    fetchPlanner: async () => null,
    readFile: () => Promise.reject(new Error("no files in this test")),
    app: "test",
    runtime: `node ${process.versions.node}`,
    now: () => performance.now(),
    ...changes,
  };
  const workerSide = openChannel<WorkerEvent, Command>(port2);
  const trainer = new Trainer(deps, (event, transfer) => workerSide.send(event, transfer));
  serve(workerSide, trainer);

  const page = openChannel<Command, WorkerEvent>(port1);
  const events: WorkerEvent[] = [];
  let changed: (() => void)[] = [];
  let cursor = 0;
  page.receive((event) => {
    events.push(event);
    for (const resolve of changed.splice(0)) resolve();
  });
  const all: TestPage["all"] = (type) => events.filter((event) => event.type === type) as never;
  return {
    events,
    all,
    send: (command) => page.send(command, command.type === "connectAnalysis" ? [command.port] : []),
    configure(experiment, input, stepsPerSecond = null, csv) {
      const { config } = resolveExperiment({ version: 1, ...input });
      page.send({ type: "configure", experiment, config, stepsPerSecond, views: [], csv });
    },
    async next(type, fits = () => true, from = cursor) {
      for (let at = from; ; at++) {
        while (at >= events.length) await new Promise<void>((resolve) => changed.push(resolve));
        const event = events[at];
        if (event?.type !== type || !fits(event as never)) continue;
        cursor = at + 1;
        return event as never;
      }
    },
    crash: (error) => trainer.fail(error),
    column: (experiment, run, name) =>
      all("rows")
        .filter((event) => event.experiment === experiment)
        .flatMap((event) => event.runs.find((entry) => entry.run === run)?.columns[name] ?? []),
    close() {
      for (const { experiment } of all("progress")) trainer.sessionOf(experiment)?.end();
      changed = [];
      port1.close();
    },
  };
}
