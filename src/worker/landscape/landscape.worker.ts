import "../../core/kernels/cpu/cpuBackend";
import { setBackend } from "@tensorflow/tfjs-core";
import { openChannel, startHeartbeat, throwRejections } from "../../protocol/channel";
import type { LandscapeEvent, LandscapeRequest } from "../../protocol/landscape";
import { macrotask } from "../scheduling/macrotask";
import { LandscapeDesk } from "./landscape";

const page = openChannel<LandscapeEvent, LandscapeRequest>(self);
const desk = new LandscapeDesk({
  send: (event, transfer) => page.send(event, transfer),
  macrotask,
  async start() {
    // two weights: the cost is in calling a kernel, and nothing is called faster than plain JavaScript
    if (!(await setBackend("cpu"))) throw new Error("tfjs does not start its cpu backend.");
  },
});
page.receive((request) => desk.request(request));
startHeartbeat(self);
throwRejections(self);
