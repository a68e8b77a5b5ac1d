import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import { openChannel, startHeartbeat } from "../../protocol/channel";
import type { Command, WorkerEvent } from "../../protocol/messages";
import { openDevice } from "../loading/openDevice";
import { fetchPlanner } from "../loading/planRace";
import { createReadFile } from "../loading/readFile";
import { isPartner, openPartner, startPartner } from "../partner/browser";
import { browserName } from "./browserName";
import { serve } from "./serve";
import { Trainer } from "./trainer";

declare const __APP_VERSION__: string;

/** Of this script: in a page without an origin the worker's own address is another. */
const address = import.meta.url;

// The partner is this same file, which the browser has already.
if (isPartner()) startPartner();
else startTrainer();

function startTrainer(): void {
  const channel = openChannel<WorkerEvent, Command>(self);
  // Built, this file lies in assets/ beside the page; in development it is served from the root.
  const pageFolder = new URL(import.meta.env.PROD ? ".." : "/", address);
  const trainer: Trainer = new Trainer(
    {
      createTask: CREATE_TASK,
      createRace,
      openDevice,
      fetchPlanner,
      openPartner: (task, costs) => openPartner(task, costs, address),
      readFile: createReadFile(pageFolder, () => trainer.word()),
      app: __APP_VERSION__,
      runtime: browserName(navigator.userAgent),
      now: () => performance.now(),
    },
    (event, transfer) => channel.send(event, transfer),
  );

  // the page is told of both in words, once it is known whether a device was lost under them: it need not hear of the bare error before
  self.addEventListener("error", (event) => {
    event.preventDefault();
    trainer.fail(event.error ?? event.message);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    trainer.fail(event.reason);
  });
  serve(channel, trainer);
  startHeartbeat(self);
}
