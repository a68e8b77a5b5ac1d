import { type Channel, openChannel } from "../../protocol/channel";
import type { AnalysisCommand, Command, WorkerEvent } from "../../protocol/messages";
import type { BrowserPage, WorkerPort } from "./page";

/** What the workers tell the session. */
export interface WorkersListener {
  onEvent(event: WorkerEvent): void;
  /** The training worker threw or never came up; it is not used again. */
  onTrainerError(message: string, hasSpoken: boolean): void;
  onAnalysisError(message: string): void;
  /** The training worker has said nothing for so long. */
  onSilence(seconds: number): void;
}

/** The first message (progress) comes within a second on a slow machine once the script is loaded. */
const SILENCE_MS = 20_000;

/** Commands worth starting workers for. */
const STARTERS: readonly Command["type"][] = ["configure", "readCsv"];

/** The two workers, connected with each other. `send` starts them where there are none. */
export class Workers {
  private pair: { trainer: WorkerPort; analysis: WorkerPort; commands: Channel<Command, WorkerEvent> } | null = null;

  constructor(
    private readonly page: BrowserPage,
    private readonly listener: WorkersListener,
  ) {}

  /** A `configure` or `readCsv` after an error gets new workers; other commands to workers that are gone are dropped. */
  send(command: Command): void {
    if (!this.pair && STARTERS.includes(command.type)) this.tryOpen();
    this.pair?.commands.send(command);
  }

  end(): void {
    this.pair?.trainer.terminate();
    this.pair?.analysis.terminate();
    this.pair = null;
  }

  /** Where workers are forbidden, as in a page opened from disk, the constructor itself throws. */
  private tryOpen(): void {
    try {
      this.open();
    } catch (error) {
      this.end();
      this.listener.onTrainerError(error instanceof Error ? error.message : String(error), false);
    }
  }

  private open(): void {
    const { page, listener } = this;
    let hasSpoken = false;
    const analysis = page.openWorker("analysis", (message) => {
      if (this.pair?.analysis === analysis) listener.onAnalysisError(message);
    });
    const trainer = page.openWorker("trainer", (message) => {
      if (this.pair?.trainer !== trainer) return;
      this.end();
      listener.onTrainerError(message, hasSpoken);
    });
    const requests = openChannel<AnalysisCommand, WorkerEvent>(analysis);
    const commands = openChannel<Command, WorkerEvent>(trainer);
    this.pair = { trainer, analysis, commands };
    commands.receive((event) => {
      hasSpoken = true;
      listener.onEvent(event);
    });
    requests.receive((event) => listener.onEvent(event));
    const { port1, port2 } = new MessageChannel();
    commands.send({ type: "connectAnalysis", port: port1 }, [port1]);
    requests.send({ type: "connect", port: port2 }, [port2]);
    page.after(SILENCE_MS, () => {
      if (this.pair?.trainer === trainer && !hasSpoken) listener.onSilence(SILENCE_MS / 1000);
    });
  }
}
