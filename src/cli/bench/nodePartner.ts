import { MessageChannel as NodeChannel, Worker } from "node:worker_threads";
import { createRace } from "../../core/training/race";
import { PartnerLink } from "../../worker/partner/link";
import { Partner } from "../../worker/partner/serve";
import { startNodeBackend } from "../nodeBackend";

type Port = ConstructorParameters<typeof PartnerLink>[0];

/** In the partner's own thread: answers on the port that it was started with. */
export function servePartner(port: Port): void {
  new Partner(port, { startDevice: async () => void (await startNodeBackend("wasm")), createRace });
}

/** The page's partner in a thread of Node. */
export function openNodePartner(): PartnerLink {
  const { port1, port2 } = new NodeChannel();
  const thread = new Worker(new URL("./nodePartnerThread.mjs", import.meta.url), {
    workerData: port2,
    transferList: [port2],
  });
  const link = new PartnerLink(port1 as unknown as Port);
  thread.on("error", (error) => link.fail((error as Error).message));
  return link;
}
