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
  /** Blocks requests to other origins, and fails a test in which one was made or an error appeared. */
  guard: undefined;
}

/** Playwright's `test`, with every page shut off from other origins and watched for errors. */
export const test = base.extend<Fixtures>({
  lab: async ({ page }, use) => use(new ExperimentPage(page.mainFrame())),
  allowedErrors: [[], { option: true }],
  host: async ({ baseURL, context }, use) => {
    const host = await startHost(baseURL ?? "");
    await context.route(`${host.origin}/**`, (route) => route.continue()); // what is routed last is asked first
    await use(host);
    await host.close();
  },
  guard: [
    async ({ context, baseURL, allowedErrors }, use) => {
      const home = new URL(baseURL ?? "").origin;
      const strays: string[] = [];
      const errors: string[] = [];
      const isStray = (url: URL) => url.protocol !== "data:" && url.protocol !== "blob:" && url.origin !== home;
      await context.route(isStray, (route) => {
        strays.push(route.request().url());
        return route.abort("blockedbyclient");
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
