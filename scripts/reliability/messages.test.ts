import { expect } from "vitest";
import { argumentsOf, type EmbedMethod, hostMessageOf, isHello } from "../../src/protocol/embedMessages";
import { answerCall } from "../../src/store/embed/hostCalls";
import { setUpActions } from "../../src/store/testing/testActions";
import { fuzz } from "./fuzz";
import { changed, type Draws, hostileValue, NO_WORDS } from "./hostile";

const CALLS = [
  "play",
  "pause",
  "reset",
  "step",
  "seek",
  "set",
  "getState",
  "getTrace",
  "toSVG",
  "toPNG",
  "toCSV",
] as const;
const MESSAGES = [
  { apo: 1, type: "hello" },
  ...CALLS.map((name, id) => ({ apo: 1, type: "call", id, name, args: [] as unknown[] })),
  { apo: 1, type: "call", id: "a", name: "set", args: ["lf", 3, { run: "apo-p" }] },
  { apo: 1, type: "event", name: "theme", value: "dark" },
  { apo: 1, type: "event", name: "sight", value: true },
  { apo: 1, type: "event", name: "bus", value: { group: "a" } },
];

/** Calls that answer at once, whatever the figure does. */
const AT_ONCE: readonly EmbedMethod[] = ["seek", "set", "getState", "getTrace"];

function drawMessage(draws: Draws): unknown {
  if (draws.chance(0.6)) return changed(draws.pick(MESSAGES), draws);
  const args = Array.from({ length: Math.floor(4 * draws.next()) }, () => hostileValue(draws));
  return { apo: 1, type: "call", id: 1, name: draws.pick(CALLS), args: draws.chance(0.3) ? ["lf", ...args] : args };
}

fuzz(
  "messages",
  "hostile messages are ignored, answered, or refused with what the call takes",
  drawMessage,
  async (data) => {
    isHello(data);
    const message = hostMessageOf(data);
    if (message?.type !== "call") return;
    try {
      argumentsOf(message.name, message.args);
    } catch (error) {
      expect((error as Error).message).toContain(`${message.name} was called with`);
      return;
    }
    if (!AT_ONCE.includes(message.name)) return;
    const { store, sent, actions, state } = setUpActions({ status: "paused" });
    const world = { store, actions, send: sent.push.bind(sent), readState: state, playWhenSeen: () => false };
    await answerCall(world as never, message.name, message.args).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).not.toMatch(NO_WORDS);
    });
    for (const { hyperparams } of state().runs)
      for (const value of Object.values(hyperparams))
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  },
);
