import { type Channel, openChannel } from "../../protocol/channel";
import type { BrowserPage, WorkerKind, WorkerPort } from "./page";
import { SilenceWatch } from "./silence";

/** What a view's worker tells. */
export interface ViewWorkerListener<Answer> {
  onAnswer(answer: Answer): void;
  /** It threw or never came up; it is gone, and the next request starts another. */
  onError(message: string): void;
  /** It has given no sign of life for a while; it is left alone, and may still speak. */
  onSilence(): void;
  /** It speaks again, or is ended. */
  onWord(): void;
}

/** A worker that exists only while a view needs it: the first request starts it, `end` terminates it. */
export class ViewWorker<Request, Answer> {
  private open: { port: WorkerPort; channel: Channel<Request, Answer> } | null = null;
  private readonly watch: SilenceWatch;

  constructor(
    private readonly page: BrowserPage,
    private readonly kind: WorkerKind,
    private readonly listener: ViewWorkerListener<Answer>,
  ) {
    this.watch = new SilenceWatch(page, listener);
  }

  send(request: Request): void {
    try {
      this.open ??= this.start();
      this.open.channel.send(request);
    } catch (error) {
      // Where workers are forbidden, as in a page opened from disk, the constructor itself throws.
      this.end();
      this.listener.onError(error instanceof Error ? error.message : String(error));
    }
  }

  /** Whatever it was doing; what it said on the way is dropped. */
  end(): void {
    this.watch.stop();
    this.open?.port.terminate();
    this.open = null;
  }

  private start() {
    const port = this.page.openWorker(this.kind, (message) => {
      if (this.open?.port !== port) return;
      this.end();
      this.listener.onError(message);
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
