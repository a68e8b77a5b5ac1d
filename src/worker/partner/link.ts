import { DeviceFault } from "../../core/kernels/faults/deviceFault";
import { sendable } from "../../core/tasks/sentTask";
import type { TaskData } from "../../core/tasks/task";
import { openChannel, type PortLike } from "../../protocol/channel";
import { goneAfterMs, quietMs, type SilenceClock, SilenceWatch } from "../../protocol/silence";
import type { PartnerCall, PartnerCalls, PartnerQuestion, PartnerReply } from "./messages";

/** Its script is in the browser's cache; what takes so long does not come. */
const OPENING_MS = 20_000;

/** Beats come once a second. */
const SILENCE_MS = 3000;

/** So long without one, in which it owes an answer, it is gone, unless its work is known to take longer. */
const GONE_MS = 10_000;

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** The training worker's end of the connection to its partner: each question is a promise. */
export class PartnerLink {
  private readonly channel;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private sentTask: TaskData | null = null;
  private lost: Error | null = null;
  private lastWord = performance.now();
  private hasSpoken = false;
  private pieceMs = 0;
  private watch: SilenceWatch | null = null;

  /** `onLost` hears that it is given up, by `fail` or because it does not open. */
  constructor(
    port: PortLike,
    private readonly onLost: () => void = () => {},
  ) {
    this.channel = openChannel<PartnerQuestion, PartnerReply>(port, () => {
      this.lastWord = performance.now();
      this.hasSpoken = true;
      this.watch?.word();
    });
    this.channel.receive((reply) => {
      const question = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      if ("error" in reply) question?.reject(new (reply.isDeviceFault ? DeviceFault : Error)(reply.error));
      else question?.resolve(reply.answer as never);
    });
  }

  /** Whether it can still be asked. */
  get isAlive(): boolean {
    return this.lost === null;
  }

  /** It owes an answer, and has given no sign of life for a while: it computes in one piece, hangs, or is gone. */
  get isSilent(): boolean {
    return this.waiting.size > 0 && performance.now() - this.lastWord > SILENCE_MS;
  }

  /** From now on it is given up once it owes an answer and has been silent for too long. */
  guard(clock: SilenceClock): void {
    this.watch = new SilenceWatch(clock, {
      onSilence() {},
      onWord() {},
      isGone: (silentMs, longestMs) => {
        const isWaiting = this.waiting.size > 0 && this.hasSpoken;
        const leastMs = quietMs(GONE_MS, this.pieceMs);
        if (!isWaiting || silentMs < goneAfterMs(leastMs, Math.max(longestMs, this.pieceMs))) return false;
        this.fail(`nothing was heard of it for ${Math.round(silentMs / 1000)} seconds.`);
        return true;
      },
    });
    this.watch.start();
  }

  /** A run's step is expected to take so long. */
  expectSteps(ms: number): void {
    this.pieceMs = ms;
  }

  /** Rejects with the partner's words where it fails, and with those of its loss once it is gone. */
  ask<Type extends keyof PartnerCalls>(
    call: { type: Type } & PartnerCalls[Type]["ask"],
  ): Promise<PartnerCalls[Type]["answer"]> {
    if (this.lost) return Promise.reject(this.lost);
    return new Promise((resolve, reject) => {
      const id = this.asked++;
      this.waiting.set(id, { resolve, reject });
      this.channel.send({ ...(call as PartnerCall), id });
    });
  }

  /** Builds the partner's part; data that it has already are not sent again. */
  async open(task: TaskData, options: PartnerCalls["open"]["ask"]["options"]): Promise<PartnerCalls["open"]["answer"]> {
    const isNew = this.sentTask !== task;
    this.sentTask = task;
    const timer = setTimeout(() => this.fail(`it said nothing for ${OPENING_MS / 1000} seconds.`), OPENING_MS);
    return this.ask({ type: "open", task: isNew ? sendable(task) : null, options }).finally(() => clearTimeout(timer));
  }

  /** The partner is gone: whatever waits for it and whatever is asked later fails. */
  fail(message: string): void {
    this.watch?.stop();
    if (!this.lost) this.onLost();
    this.lost ??= new Error(`The second training worker stopped: ${message}`);
    for (const { reject } of this.waiting.values()) reject(this.lost);
    this.waiting.clear();
  }
}
