import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { WebSocket } from "ws";
import { findPart } from "../../scripts/engines.mjs";
import type { Engine, EngineOptions } from "./engine";
import { type Program, startProgram } from "./program";

const MOUSE = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } };

/** No first-run page, no update, no word to its maker. */
const PREFERENCES = {
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.update.disabledForTesting": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

/** A WebDriver BiDi session: sends a command, and gives its result or its error with its words. */
type Send = <T>(method: string, params: object) => Promise<T>;

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  error?: string;
  message?: string;
}

async function connect(address: string): Promise<{ send: Send; close: () => void }> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  socket.on("message", (text) => {
    const answer = JSON.parse(String(text)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.on("close", () => {
    for (const settle of waiting.values()) settle({ type: "error", error: "closed", message: "Firefox has ended." });
  });
  let commands = 0;
  const send: Send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++commands;
      waiting.set(id, ({ type, result, error, message }) => {
        if (type === "success") resolve(result as never);
        else reject(new Error(`Firefox, ${method}: ${error}: ${message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { send, close: () => socket.close() };
}

/** Starts Firefox without a window, in a profile of its own. */
export async function launchFirefox({ isDark }: EngineOptions): Promise<Engine> {
  const program = startProgram(findPart("firefox") ?? "firefox", (home) => {
    const preferences = { ...PREFERENCES, "layout.css.prefers-color-scheme.content-override": isDark ? 0 : 1 };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(home, "user.js"), lines.join("\n"));
    return ["--headless", "--no-remote", "--profile", home, "--remote-debugging-port", "0", "about:blank"];
  });
  try {
    const address = await program.line(2, /WebDriver BiDi listening on (ws:\S+)/);
    const { send, close } = await connect(`${address}/session`);
    await send("session.new", { capabilities: {} });
    return await engineOf(send, program, close);
  } catch (error) {
    await program.end();
    throw error;
  }
}

async function engineOf(send: Send, program: Program, closeSocket: () => void): Promise<Engine> {
  type Contexts = { contexts: { context: string; url: string }[] };
  const { contexts } = await send<Contexts>("browsingContext.getTree", {});
  const context = contexts[0]?.context;
  return {
    goTo: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    evaluate: async (expression) => {
      const answer = await send<{ result: { value: string }; exceptionDetails?: { text: string } }>("script.evaluate", {
        expression,
        target: { context },
        awaitPromise: false,
        userActivation: false,
      });
      if (answer.exceptionDetails) throw new Error(`In the page: ${answer.exceptionDetails.text}`);
      return answer.result.value;
    },
    mouse: async (actions) => {
      await send("input.performActions", { context, actions: [{ ...MOUSE, actions }] });
    },
    keys: async (actions) => {
      await send("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
    },
    resize: async (width, height) => {
      await send("browsingContext.setViewport", { context, viewport: { width, height } });
    },
    addresses: async () => (await send<Contexts>("browsingContext.getTree", {})).contexts.map(({ url }) => url),
    closeOthers: async () => {
      const all = (await send<Contexts>("browsingContext.getTree", {})).contexts;
      for (const other of all)
        if (other.context !== context) await send("browsingContext.close", { context: other.context });
    },
    screenshot: async () =>
      Buffer.from((await send<{ data: string }>("browsingContext.captureScreenshot", { context })).data, "base64"),
    close: async () => {
      await send("browser.close", {}).catch(() => undefined); // one that has crashed is closed
      closeSocket();
      await program.end();
    },
  };
}
