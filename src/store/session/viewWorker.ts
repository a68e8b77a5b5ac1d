import { type Channel, openChannel } from "../../protocol/channel";
import { goneAfterMs, SilenceWatch } from "../../protocol/silence";
import type { BrowserPage, WorkerKind, WorkerPort } from "./page";

/** What a view's worker tells. */
export interface ViewWorkerListener<Request, Answer> {
  onAnswer(answer: Answer): void;
  /** What is left of the last request; null: nothing. Absent: it is not asked again by itself. */
  again?(): Request | null;
  /** It was lost, and another has been asked for the rest in its place, once for each request. */
  onAgain?(message: string): void;
  /** It threw, never came up or hangs; it is gone, and the next request starts another. */
  onError(message: string): void;
  /** Milliseconds that it may work in one piece, as far as is known. */
  knownMs?(): number;
  /** It has given no sign of life for a while, and may still speak. */
  onSilence(): void;
  /** It speaks again, or is ended. */
  onWord(): void;
}

/** So long without a sign of life it is gone, unless its work is known to take longer. */
const GONE_MS = 10_000;

/** What was slow rather than gone has so many times as long the second time. */
const MORE_AGAIN = 4;

/** A worker that exists only while a view needs it: the first request starts it, `end` terminates it. */
export class ViewWorker<Request, Answer> {
  private open: { port: WorkerPort; channel: Channel<Request, Answer> } | null = null;
  /** The request was asked again, of a second worker. */
  private isAgain = false;
  private readonly watch: SilenceWatch;

  constructor(
    private readonly page: BrowserPage,
    private readonly kind: WorkerKind,
    private readonly listener: ViewWorkerListener<Request, Answer>,
  ) {
    this.watch = new SilenceWatch(page, {
      onSilence: () => listener.onSilence(),
      onWord: () => listener.onWord(),
      isGone: (silentMs, longestMs) => {
        const known = Math.max(longestMs, listener.knownMs?.() ?? 0);
        if (silentMs < goneAfterMs(GONE_MS, known) * (this.isAgain ? MORE_AGAIN : 1)) return false;
        this.lose(`Nothing was heard of it for ${Math.round(silentMs / 1000)} seconds.`);
        return true;
      },
    });
  }

  send(request: Request): void {
    this.isAgain = false;
    this.ask(request);
  }

  /** Whatever it was doing; what it said on the way is dropped. */
  end(): void {
    this.watch.stop();
    this.open?.port.terminate();
    this.open = null;
  }

  private ask(request: Request): void {
    try {
      this.open ??= this.start();
      this.open.channel.send(request);
    } catch (error) {
      // Where workers are forbidden, as in a page opened from disk, the constructor itself throws.
      this.end();
      this.listener.onError(error instanceof Error ? error.message : String(error));
    }
  }

  private lose(message: string): void {
    this.end();
    const rest = this.isAgain ? null : (this.listener.again?.() ?? null);
    if (rest === null) {
      this.listener.onError(message);
      return;
    }
    this.isAgain = true;
    this.listener.onAgain?.(message);
    this.ask(rest);
  }

  private start() {
    const port = this.page.openWorker(this.kind, (message) => {
      if (this.open?.port === port) this.lose(message);
    });
    const channel = openChannel<Request, Answer>(port, () => {
      if (this.open?.port === port) this.watch.word();
    });
    this.watch.start();
    channel.receive((answer) => {
      if (this.open?.port === port) this.listener.onAnswer(answer);
    });
    return { port, channel };
  }
}
