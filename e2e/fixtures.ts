import { test as base, expect } from "@playwright/test";
import { ExperimentPage } from "./experimentPage";
import { type HostServer, startHost } from "./hostServer";

interface Fixtures {
  /** The page under test, as a person uses it. */
  lab: ExperimentPage;
  /** Errors on the page or its console that a test provokes on purpose; any other fails it. */
  allowedErrors: RegExp[];
  /** Serves pages of others, from another port: requests to it are none to a stranger. */
  host: HostServer;
  /** Origins that the page may ask: its own, and a host's. */
  knownOrigins: Set<string>;
  /** Fails a test in which another origin was asked or an error appeared. */
  guard: undefined;
}

/**
 * Playwright's `test`, with every page watched for requests to other origins, which the browser finds nowhere (playwright.config.ts),
 * and for errors. Requests are listened to and not routed: a routed one bypasses the browser's cache, and with it compiled scripts.
 */
export const test = base.extend<Fixtures>({
  lab: async ({ page }, use) => use(new ExperimentPage(page.mainFrame())),
  allowedErrors: [[], { option: true }],
  knownOrigins: async ({ baseURL }, use) => use(new Set([new URL(baseURL ?? "").origin])),
  host: async ({ baseURL, knownOrigins }, use) => {
    const host = await startHost(baseURL ?? "");
    knownOrigins.add(host.origin);
    await use(host);
    await host.close();
  },
  guard: [
    async ({ context, knownOrigins, allowedErrors }, use) => {
      const strays: string[] = [];
      const errors: string[] = [];
      context.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol !== "data:" && protocol !== "blob:" && !knownOrigins.has(origin)) strays.push(request.url());
      });
      await context.routeWebSocket(/.*/, (socket) => {
        strays.push(socket.url());
        return socket.close();
      });
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      context.on("weberror", (error) => errors.push(String(error.error())));
      await use(undefined);
      expect(strays, "requests to other origins").toEqual([]);
      const unexpected = errors.filter((text) => !allowedErrors.some((allowed) => allowed.test(text)));
      expect(unexpected, "errors on the page and its console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
