import { expect, test } from "./fixtures";
import { trainersOf } from "./trainers";

test.use({ allowedErrors: [/Content Security Policy|TrustedHTML|TrustedScript|Failed to load resource|Refused to/i] });

test("what another wrote into the page is refused: no request to another origin, no script, no markup; the page goes on", async ({
  lab,
  host,
}) => {
  const asked: string[] = [];
  lab.page.on("requestfinished", (request) => asked.push(request.url()));
  await lab.open("task=sine&opt=apo-p,sgdm&steps=40&views=none");
  await lab.takeSteps(1);
  const violated = await lab.page.evaluate(async (origin) => {
    const told: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => told.push(effectiveDirective));
    const tries: Record<string, () => unknown> = {
      request: () => fetch(`${origin}/request`),
      picture: () => {
        new Image().src = `${origin}/picture.png`;
      },
      frame: () => {
        const frame = document.createElement("iframe");
        frame.src = `${origin}/frame`;
        document.body.append(frame);
      },
      script: () => {
        const script = document.createElement("script");
        script.setAttribute("src", `${origin}/script.js`);
      },
      markup: () => {
        document.createElement("p").innerHTML = "<img src=x onerror=alert(1)>";
      },
      worker: () => new Worker(`${origin}/worker.js`),
      handler: () => {
        const button = document.createElement("button");
        button.setAttribute("onclick", "self.hasRun = true");
        button.click();
      },
    };
    const refused: Record<string, string> = {};
    for (const [what, attempt] of Object.entries(tries)) {
      const from = told.length;
      let thrown = "";
      try {
        await attempt();
      } catch (error) {
        thrown = (error as Error).name;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      refused[what] = [thrown, ...told.slice(from)].filter(Boolean).join(" ");
    }
    return { ...refused, hasRun: "hasRun" in self };
  }, host.origin);
  expect(violated).toEqual({
    request: "TypeError connect-src",
    picture: "img-src",
    frame: "frame-src",
    script: "TypeError require-trusted-types-for",
    markup: "TypeError require-trusted-types-for",
    worker: "TypeError require-trusted-types-for",
    handler: "TypeError require-trusted-types-for",
    hasRun: false,
  });
  const inWorker = await trainersOf(lab)[0]?.evaluate(async (origin) => {
    const tries = [() => fetch(`${origin}/request`), () => new Worker(`${origin}/worker.js`)];
    return Promise.all(
      tries.map(async (attempt) => {
        try {
          await attempt();
          return "done";
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
  }, host.origin);
  expect(inWorker).toEqual(["TypeError", "TypeError"]);
  expect(asked.filter((url) => url.startsWith(host.origin))).toEqual([]);
  await lab.playToTheEnd();
});
