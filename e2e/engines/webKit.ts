import { expect } from "@playwright/test";
import { findPart } from "../../scripts/engines.mjs";
import { findFreePort } from "../freePort";
import type { Engine, EngineOptions } from "./engine";
import { type Program, startProgram } from "./program";

/** How long one command may take. */
const PATIENCE_MS = 60_000;

const MOUSE = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } };

/** A session of W3C WebDriver: what it answers to a command is the answer's `value`, or an error with its words. */
interface Session {
  ask<T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T>;
}

async function ask<T>(method: string, address: string, body?: unknown): Promise<T> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(PATIENCE_MS), // a driver whose browser hangs does not answer
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebKitWebDriver, ${method} ${address}: ${value.error}: ${value.message}`);
  return value;
}

/** Waits until the driver answers. */
async function waitForDriver(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isReady = await ask<{ ready: boolean }>("GET", `${address}/status`).then(
      ({ ready }) => ready,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("WebKitWebDriver does not answer.");
}

/** Starts WebKitGTK's MiniBrowser on a screen in memory. The theme of GTK is what a page sees as the system's. */
export async function launchWebKit({ isDark }: EngineOptions): Promise<Engine> {
  const programs: Program[] = [];
  const start = (part: "xvfb" | "webKitDriver", args: readonly string[], env?: NodeJS.ProcessEnv) => {
    const program = startProgram(findPart(part) ?? part, () => args, env);
    programs.unshift(program);
    return program;
  };
  const end = async () => {
    for (const program of programs) await program.end();
  };
  try {
    const screen = start("xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    const display = await screen.line(3, /^(\d+)$/);
    const port = await findFreePort();
    start("webKitDriver", [`--port=${port}`], {
      DISPLAY: `:${display}`,
      GTK_THEME: isDark ? "Adwaita:dark" : "Adwaita",
      GDK_BACKEND: "x11",
      NO_AT_BRIDGE: "1",
      // software drawing: there is no GPU behind the screen
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    });
    const driver = `http://127.0.0.1:${port}`;
    await waitForDriver(driver);
    const { sessionId } = await ask<{ sessionId: string }>("POST", `${driver}/session`, { capabilities: {} });
    const session: Session = {
      ask: (method, path, body) => ask(method, `${driver}/session/${sessionId}${path}`, body),
    };
    await openBareWindow(session);
    return engineOf(session, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** MiniBrowser's first window has a toolbar, and is no narrower than that: a window that a page opened on a click has none. */
async function openBareWindow({ ask: command }: Session): Promise<void> {
  const script =
    "document.body.onclick = () => window.open('about:blank', '_blank', 'width=800,height=600,toolbar=no,menubar=no,location=no')";
  await command("POST", "/url", { url: "data:text/html,<body style='height:90vh'>" });
  await command("POST", "/execute/sync", { script, args: [] });
  const [first] = await command<string[]>("GET", "/window/handles");
  const click = [
    { type: "pointerMove", x: 99, y: 99, duration: 0 },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  await command("POST", "/actions", { actions: [{ ...MOUSE, actions: click }] });
  for (let tries = 0; tries < 100; tries++) {
    const opened = (await command<string[]>("GET", "/window/handles")).find((handle) => handle !== first);
    if (opened) {
      await command("DELETE", "/window"); // the first, which is still the current one
      return command("POST", "/window", { handle: opened });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("WebKit opened no second window.");
}

function engineOf({ ask: command }: Session, end: () => Promise<void>): Engine {
  return {
    goTo: (url) => command("POST", "/url", { url }),
    evaluate: (expression) => command("POST", "/execute/sync", { script: `return ${expression}`, args: [] }),
    mouse: (actions) => command("POST", "/actions", { actions: [{ ...MOUSE, actions }] }),
    keys: (actions) => command("POST", "/actions", { actions: [{ type: "key", id: "keys", actions }] }),
    resize: async (width, height) => {
      await command("POST", "/window/rect", { x: 0, y: 0, width, height });
      const script = "return [innerWidth, innerHeight].join()";
      const size = () => command<string>("POST", "/execute/sync", { script, args: [] });
      await expect.poll(size, { message: "WebKit's page, in pixels" }).toBe(`${width},${height}`);
    },
    addresses: async () => {
      const current = await command<string>("GET", "/window");
      const found: string[] = [];
      for (const handle of await command<string[]>("GET", "/window/handles")) {
        await command("POST", "/window", { handle });
        found.push(await command<string>("GET", "/url"));
      }
      await command("POST", "/window", { handle: current });
      return found;
    },
    closeOthers: async () => {
      const current = await command<string>("GET", "/window");
      for (const handle of await command<string[]>("GET", "/window/handles")) {
        if (handle === current) continue;
        await command("POST", "/window", { handle });
        await command("DELETE", "/window");
      }
      await command("POST", "/window", { handle: current });
    },
    screenshot: async () => Buffer.from(await command<string>("GET", "/screenshot"), "base64"),
    close: async () => {
      await command("DELETE", "").catch(() => undefined); // a browser that has crashed has no session to end
      await end();
    },
  };
}
