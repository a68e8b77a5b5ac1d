import type { Page } from "@playwright/test";
import { TaskError } from "../../core/taskError";

/** What `test=1` puts on the page, as far as it is asked here. */
interface Hook {
  getStatus(): { status: string; step: number };
  getState(): { steps: number; notices: { level: string; title: string; detail: string; remedy: string }[] };
}
type HookWindow = Window & { __apo?: Hook };

const POLLING_MS = 100;
/** A page that has not changed for so long is drawn. */
const QUIET_MS = 300;

/** Trains the run on the page to its last step, and looks at a step of it. What the page says of the link goes to `tell`. Throws `TaskError`. */
export async function trainToEnd(page: Page, look: number | null, tell: (line: string) => void): Promise<void> {
  await atRest(page);
  for (const { title, detail, remedy } of await noticesOf(page)) tell(`${title}. ${detail} ${remedy}`);
  await failWhereFailed(page);
  await page.getByRole("button", { name: /^Play/ }).first().click();
  await page.waitForFunction(() => (window as HookWindow).__apo?.getStatus().status !== "idle", null, {
    polling: POLLING_MS,
    timeout: 0,
  });
  await atRest(page);
  await failWhereFailed(page);
  if (look !== null) await checkLook(page, look, tell);
}

/** Waits until nothing is loaded or trained, and nothing moves on the page any more. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const status = (window as HookWindow).__apo?.getStatus().status;
      return status !== undefined && status !== "loading" && status !== "running";
    },
    null,
    { polling: POLLING_MS, timeout: 0 },
  );
  await page.evaluate(async (quietMs) => {
    let movedAt = performance.now();
    const observer = new MutationObserver(() => {
      movedAt = performance.now();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    while (performance.now() - movedAt < quietMs) await new Promise(requestAnimationFrame);
    observer.disconnect();
  }, QUIET_MS);
}

const noticesOf = (page: Page) => page.evaluate(() => (window as HookWindow).__apo?.getState().notices ?? []);

async function failWhereFailed(page: Page): Promise<void> {
  const { status } = await statusOf(page);
  if (status !== "failed") return;
  const notice = (await noticesOf(page)).at(-1);
  throw new TaskError(notice?.title ?? "The run failed", notice?.detail ?? "", notice?.remedy ?? "");
}

const statusOf = (page: Page) =>
  page.evaluate(() => (window as HookWindow).__apo?.getStatus() ?? { status: "failed", step: 0 });

/** The link's look= holds once its step is reached; one behind the end shows the end. */
async function checkLook(page: Page, look: number, tell: (line: string) => void): Promise<void> {
  const { step } = await statusOf(page);
  if (look > step) tell(`look is ${look}, and the run ends at step ${step}: that is shown.`);
}
