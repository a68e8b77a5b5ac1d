import { openChannel } from "../protocol/channel";
import type { LandscapeEvent, LandscapeRequest } from "../protocol/landscape";
import { activate } from "./backend";
import { LandscapeDesk } from "./landscape";
import { macrotask } from "./macrotask";

const page = openChannel<LandscapeEvent, LandscapeRequest>(self);
const desk = new LandscapeDesk({
  send: (event, transfer) => page.send(event, transfer),
  macrotask,
  async start() {
    // two weights: the cost is in calling a kernel, and nothing is called faster than plain JavaScript
    const problem = await activate("cpu");
    if (problem) throw new Error(`tfjs does not start its cpu backend: ${problem}`);
  },
});
page.receive((request) => desk.request(request));
