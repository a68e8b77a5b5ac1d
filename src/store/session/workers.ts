import { type Channel, openChannel } from "../../protocol/channel";
import type { AnalysisCommand, Command, DeviceFindings, Notice, WorkerEvent } from "../../protocol/messages";
import { goneAfterMs, SilenceWatch } from "../../protocol/silence";
import type { BrowserPage, WorkerPort } from "./page";

/** What the workers tell the session. */
export interface WorkersListener {
  onEvent(event: WorkerEvent): void;
  /** The training worker threw or never came up; it is not used again. */
  onTrainerError(message: string, hasSpoken: boolean): void;
  /** Why the training worker is given up after so long a silence; null: it is waited for. */
  whyGone(silentMs: number, longestMs: number): Notice | null;
  /** It was given up, and has been ended. */
  onTrainerGone(why: Notice): void;
  /** The analysis worker threw, hangs, or never came up; `isReplaced`: another has taken its place, which happens once. */
  onAnalysisError(message: string, isReplaced: boolean): void;
  /** A worker has given no sign of life for a while; it is left alone, and may still speak. */
  onSilence(worker: "trainer" | "analysis", hasSpoken: boolean): void;
  /** It speaks again, or is gone for good. */
  onWord(worker: "trainer" | "analysis"): void;
}

/** A spectrum or a gap of a large layer takes seconds in one piece on a slow machine, and nobody waits for one. */
const ANALYSIS_SILENCE_MS = 20_000;
/** After so long it is gone. */
const ANALYSIS_GONE_MS = 30_000;

/** Commands worth starting workers for. */
const STARTERS: readonly Command["type"][] = ["configure", "readCsv"];

/** What asks a race for steps. */
export type StepsCommand = Extract<Command, { type: "play" | "step" | "metaStep" | "runTo" }>;
const asksForSteps = (command: Command): command is StepsCommand => /^(play|step|metaStep|runTo)$/.test(command.type);

type ReadCsv = Extract<Command, { type: "readCsv" }>;

/** The two workers, connected with each other. Each experiment has a pair of its own: one that hangs keeps no other from starting. */
export class Workers {
  /** `analysis` is null where that is gone, twice. */
  private pair: { trainer: WorkerPort; analysis: WorkerPort | null; commands: Channel<Command, WorkerEvent> } | null =
    null;
  private isAnalysisReplaced = false;
  private hasSpoken = false;
  /** What was asked for last; `isOpen`: neither done, as far as is known, nor taken back by a pause. */
  asked: { command: StepsCommand; isOpen: boolean } | null = null;
  /** It was taken back: a race that says it trains has not come to hear of it. */
  private isTakenBack = false;
  /** What the workers before found of the machine's devices. */
  private findings: DeviceFindings | undefined;
  /** A file that is being read: the next pair reads it again. */
  private reading: ReadCsv | null = null;
  /** A file that this pair has read, moves since, and has not trained on: it need not be read twice. */
  private readHere: string | null = null;
  private readonly watches: Record<"trainer" | "analysis", SilenceWatch>;

  constructor(
    private readonly page: BrowserPage,
    private readonly listener: WorkersListener,
  ) {
    const tells = (worker: "trainer" | "analysis") => ({
      onSilence: () => listener.onSilence(worker, this.hasSpoken),
      onWord: () => listener.onWord(worker),
    });
    const isGone = (silentMs: number, longestMs: number) => this.giveUp(listener.whyGone(silentMs, longestMs));
    this.watches = {
      trainer: new SilenceWatch(page, { ...tells("trainer"), isGone }),
      analysis: new SilenceWatch(
        page,
        {
          ...tells("analysis"),
          isGone: (silentMs, longestMs) =>
            silentMs >= goneAfterMs(ANALYSIS_GONE_MS, longestMs) &&
            this.loseAnalysis(`Nothing was heard of it for ${Math.round(silentMs / 1000)} seconds.`),
        },
        ANALYSIS_SILENCE_MS,
      ),
    };
  }

  /**
   * A `configure` gets new workers, whatever the old ones do, but for a file that they have just read. Commands to workers that
   * are gone are dropped.
   */
  send(command: Command): void {
    if (command.type === "configure") {
      if (this.readHere === null || command.csv?.id !== this.readHere) this.end();
      this.readHere = null;
    }
    if (command.type === "readCsv") this.reading = command;
    if (asksForSteps(command)) this.ask(command);
    if (command.type === "pause") this.takeBack(command.experiment);
    if (!this.pair && STARTERS.includes(command.type)) this.tryOpen();
    if (command.type !== "configure") this.pair?.commands.send(command);
    else {
      this.pair?.commands.send({ ...command, findings: this.findings });
      if (this.reading) this.pair?.commands.send(this.reading);
    }
  }

  get areOpen(): boolean {
    return this.pair !== null;
  }

  end(): void {
    for (const watch of Object.values(this.watches)) watch.stop();
    this.pair?.trainer.terminate();
    this.pair?.analysis?.terminate();
    this.pair = null;
    this.readHere = null;
  }

  /** Where workers are forbidden, as in a page opened from disk, the constructor itself throws. */
  private tryOpen(): void {
    try {
      this.open();
    } catch (error) {
      this.end();
      this.forget();
      this.listener.onTrainerError(error instanceof Error ? error.message : String(error), false);
    }
  }

  /** Another analysis worker, where those before are gone. */
  reviveAnalysis(): void {
    this.isAnalysisReplaced = false;
    if (this.pair?.analysis === null) this.openAnalysis();
  }

  private open(): void {
    const { page, listener, watches } = this;
    const trainer = page.openWorker("trainer", (message) => {
      if (this.pair?.trainer !== trainer) return;
      this.end();
      this.forget();
      listener.onTrainerError(message, this.hasSpoken);
    });
    // what a worker that was ended said on the way is of an experiment that is gone, as its events say themselves
    const commands = openChannel<Command, WorkerEvent>(trainer, () => {
      if (this.pair?.trainer === trainer) watches.trainer.word();
    });
    this.pair = { trainer, analysis: null, commands };
    this.hasSpoken = false;
    this.isAnalysisReplaced = false;
    commands.receive((event) => {
      if (this.pair?.trainer === trainer) this.hasSpoken = true;
      this.note(event);
      listener.onEvent(event);
    });
    watches.trainer.start();
    this.openAnalysis();
  }

  /** An analysis worker that hears of the training worker there is. */
  private openAnalysis(): void {
    const { page, listener, pair } = this;
    const watch = this.watches.analysis;
    if (!pair) return;
    const analysis = page.openWorker("analysis", (message) => {
      if (this.pair?.analysis === analysis) this.loseAnalysis(message);
    });
    const requests = openChannel<AnalysisCommand, WorkerEvent>(analysis, () => {
      if (this.pair?.analysis === analysis) watch.word();
    });
    this.pair = { ...pair, analysis };
    requests.receive((event) => listener.onEvent(event));
    const { port1, port2 } = new MessageChannel();
    pair.commands.send({ type: "connectAnalysis", port: port1 }, [port1]);
    requests.send({ type: "connect", port: port2 }, [port2]);
    watch.start();
  }

  private loseAnalysis(message: string): boolean {
    const { pair, isAnalysisReplaced } = this;
    this.watches.analysis.stop();
    pair?.analysis?.terminate();
    if (pair) this.pair = { ...pair, analysis: null };
    this.isAnalysisReplaced = true;
    if (!isAnalysisReplaced) this.openAnalysis();
    this.listener.onAnalysisError(message, !isAnalysisReplaced);
    return true;
  }

  private giveUp(why: Notice | null): boolean {
    if (!why) return false;
    this.end();
    this.forget();
    this.listener.onTrainerGone(why);
    return true;
  }

  private forget(): void {
    this.findings = undefined;
    this.reading = null;
  }

  private ask(command: StepsCommand): void {
    this.asked = { command, isOpen: true };
    this.isTakenBack = false;
  }

  private takeBack(experiment: string): void {
    this.settle(experiment, false);
    this.isTakenBack = true;
  }

  private settle(experiment: string, isOpen: boolean): void {
    if (this.asked?.command.experiment === experiment) this.asked = { ...this.asked, isOpen };
  }

  private note(event: WorkerEvent): void {
    if (event.type === "status") this.settle(event.experiment, event.status === "running" && !this.isTakenBack);
    if (event.type === "ready") this.findings = event.findings;
    if (event.type === "failure") this.forget(); // a device may be lost: the next workers look for themselves
    if (event.type === "wait") this.readHere = null;
    if ((event.type !== "csvRead" && event.type !== "csvRefused") || event.id !== this.reading?.csv.id) return;
    this.reading = null;
    if (event.type === "csvRead") this.readHere = event.id;
  }
}
