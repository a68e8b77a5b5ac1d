import type { CDPSession, Page } from "@playwright/test";

const MB = 1024 * 1024;

/** What `Runtime.getHeapUsage` answers; an older browser does not count buffers. */
interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

/** The heaps of a page and of the workers that it starts, after a forced garbage collection, with the buffers that they hold. */
export class HeapMeter {
  /** Sessions with workers, by which the page's session hands messages on. */
  private readonly workers = new Set<string>();
  private readonly waiting = new Map<number, (result: unknown) => void>();
  private asked = 0;

  private constructor(private readonly page: CDPSession) {
    page.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") this.workers.add(sessionId);
    });
    page.on("Target.detachedFromTarget", ({ sessionId }) => {
      this.workers.delete(sessionId);
    });
    page.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id === undefined) return;
      this.waiting.get(id)?.(result);
      this.waiting.delete(id);
    });
  }

  static async of(page: Page): Promise<HeapMeter> {
    const session = await page.context().newCDPSession(page);
    const meter = new HeapMeter(session);
    await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return meter;
  }

  /** How many workers there are now. */
  get count(): number {
    return this.workers.size;
  }

  async pageMb(): Promise<number> {
    await this.page.send("HeapProfiler.collectGarbage");
    return megabytes(await this.page.send("Runtime.getHeapUsage"));
  }

  /** Of all workers together. */
  async workersMb(): Promise<number> {
    let sum = 0;
    for (const worker of this.workers) {
      await this.ask(worker, "HeapProfiler.collectGarbage");
      sum += megabytes((await this.ask(worker, "Runtime.getHeapUsage")) as HeapUsage);
    }
    return sum;
  }

  private async ask(sessionId: string, method: string): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const answer = new Promise((resolve) => this.waiting.set(id, resolve));
    await this.page.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) });
    return answer;
  }
}

const megabytes = ({ usedSize, backingStorageSize = 0 }: HeapUsage): number => (usedSize + backingStorageSize) / MB;
