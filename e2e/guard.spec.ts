import { test } from "./fixtures";

test.use({ allowedErrors: [/ERR_|404/] });

// Other tests rely on it: none may ask another origin, be it the page or one of its workers.
for (const [asker, ask] of [
  ["a page", (url: string) => fetch(url, { mode: "no-cors" }).catch(() => {})],
  [
    "a worker",
    (url: string) => {
      const script = `fetch("${url}", { mode: "no-cors" }).catch(() => {}).finally(() => postMessage(0))`;
      return new Promise<void>((resolve) => {
        new Worker(`data:text/javascript,${encodeURIComponent(script)}`).onmessage = () => resolve();
      });
    },
  ],
] as const) {
  test.fail(`a test in which ${asker} asks another origin fails`, async ({ page }) => {
    await page.goto("apo-embed.js");
    await page.evaluate(ask as (url: string) => Promise<void>, "https://example.com/");
  });
}
