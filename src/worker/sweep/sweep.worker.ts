import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import { openChannel, startHeartbeat, throwRejections } from "../../protocol/channel";
import type { SeedsEvent, SeedsRequest } from "../../protocol/seeds";
import type { SweepEvent, SweepRequest } from "../../protocol/sweep";
import { openDevice } from "../loading/openDevice";
import { createReadFile } from "../loading/readFile";
import { trainSeeds } from "./seeds";
import { sweep } from "./sweep";

const channel = openChannel<SweepEvent | SeedsEvent, SweepRequest | SeedsRequest>(self);
/** Of this script: in a page without an origin the worker's own address is another. */
const address = import.meta.url;
// Built, this file lies in assets/ beside the page; in development it is served from the root.
const pageFolder = new URL(import.meta.env.PROD ? ".." : "/", address);
const deps = {
  createTask: CREATE_TASK,
  createRace,
  openDevice,
  readFile: createReadFile(pageFolder),
  now: () => performance.now(),
};

channel.receive((request) => {
  if ("seeds" in request) void trainSeeds(request, deps, (event) => channel.send(event));
  else void sweep(request, deps, (event) => channel.send(event));
});
startHeartbeat(self);
throwRejections(self);
