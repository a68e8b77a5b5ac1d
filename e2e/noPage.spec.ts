import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, Route } from "@playwright/test";
import { expect, test } from "./fixtures";

test.use({
  allowedErrors: [/Failed to load resource|Content Security Policy|blocked by CORS|MIME type|SyntaxError|sandboxed/],
});

const DIST = join(import.meta.dirname, "../dist/index.html");

/** Opens the page in a frame of a post. */
async function openFramed(page: Page, sandbox: string): Promise<void> {
  const body = `<!doctype html><title>A post</title><iframe sandbox="${sandbox}" src="./" width="640" height="420"></iframe>`;
  await page.route("**/post.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("./post.html");
}

/** The page's answer with other headers. */
async function withHeaders(route: Route, headers: Record<string, string>): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
}

for (const { what, pattern, answer, sentence } of [
  {
    what: "the entry script is missing",
    pattern: "**/assets/index-*.js",
    answer: { status: 404, body: "Not found" },
    sentence: /A script of APO Lab could not be loaded: http\S+\/assets\/index-\S+\.js, .* load the page again/,
  },
  {
    what: "a script that the entry needs is missing",
    pattern: "**/assets/react-*.js",
    answer: { status: 404, body: "Not found" },
    sentence: /A script of APO Lab could not be loaded: .*, or one that it needs/,
  },
  {
    what: "a server answers with a page for a script",
    pattern: "**/assets/index-*.js",
    answer: { status: 200, contentType: "text/html", body: "<h1>Welcome</h1>" },
    sentence: /A script of APO Lab could not be loaded/,
  },
  {
    what: "the browser does not understand the entry script",
    pattern: "**/assets/index-*.js",
    answer: { status: 200, contentType: "text/javascript", body: "const of tomorrow;" },
    sentence: /The script of APO Lab stopped: .*SyntaxError.* a browser from 2023 or later/,
  },
  {
    what: "the style sheet is missing",
    pattern: "**/assets/index-*.css",
    answer: { status: 404, body: "Not found" },
    sentence: /The style sheet of APO Lab has not come, .* load the page again/,
  },
]) {
  test(`where ${what}, a sentence says so and what to do`, async ({ page }) => {
    await page.route(pattern, (route) => route.fulfill(answer));
    await page.goto("./?task=sine&opt=sgdm");
    await expect(page.getByText(sentence)).toBeVisible();
  });
}

test("scripts and style sheets that are late are told of after five seconds, and the page that comes speaks for itself", async ({
  page,
  lab,
}) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const hold = (route: Route) => held.then(() => route.continue());
  await page.route("**/assets/index-*", hold);
  await page.goto("./?task=sine&opt=sgdm&test=1", { waitUntil: "commit" });
  const late = page.getByText("APO Lab is still loading");
  await expect(late).toBeAttached();
  await expect(late).toBeHidden();
  await expect(late).toBeVisible();
  const style = page.getByText("The style sheet of APO Lab has not come");
  await expect(style).toBeVisible();
  letGo();
  await lab.isAtRest(0);
  await expect(late).not.toBeAttached();
  await expect(style).not.toBeAttached();
  await expect(page.locator("body")).toHaveCSS("margin", "0px");
});

test("without JavaScript, in the browser or in a frame, the page says that it takes it", async ({
  browser,
  page,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("./");
  const told = ".told"; // what stands in <noscript> is no text to Playwright
  await expect(plain.locator(told)).toContainText("which takes JavaScript. Allow it for this site");
  await expect(plain.locator(told)).toBeVisible();
  await expect(plain.getByText("still loading")).toBeHidden();
  await context.close();
  await openFramed(page, "");
  await expect(page.frameLocator("iframe").locator(told)).toContainText('can add sandbox="allow-scripts"');
  await expect(page.frameLocator("iframe").locator(told)).toBeVisible();
});

test("opened from disk the page says what to open instead; a post on disk shows a figure of a server", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(pathToFileURL(DIST).href);
  await expect(page.getByText(/does not run from a file on disk: .* web server .* npm start/)).toBeVisible();
  const post = test.info().outputPath("post.html");
  const script = `<script type="module" src="${baseURL}apo-embed.js"></script>`;
  writeFileSync(
    post,
    `<!doctype html><title>A post</title>${script}<apo-figure caption="From disk"><p>Picture</p></apo-figure>`,
  );
  await page.goto(pathToFileURL(post).href);
  await expect(
    page.locator("apo-figure iframe").contentFrame().getByRole("heading", { name: "From disk" }),
  ).toBeVisible();
  await expect(page.getByText("Picture")).toBeHidden();
  await context.close();
});

test("in a sandboxed frame whose scripts the server keeps to itself, the sentence names both remedies", async ({
  page,
}) => {
  await page.route("**/assets/*", (route) =>
    withHeaders(route, { "access-control-allow-origin": "https://a.example" }),
  );
  await openFramed(page, "allow-scripts");
  await expect(
    page.frameLocator("iframe").getByText(/allow-same-origin .* Access-Control-Allow-Origin: \*/),
  ).toBeVisible();
});

test("a policy that allows nothing leaves the sentence", async ({ page }) => {
  await page.route("./", (route) => withHeaders(route, { "content-security-policy": "default-src 'none'" }));
  await page.goto("./");
  await expect(page.getByText("If nothing comes, a script of it is missing or blocked")).toBeVisible();
});
