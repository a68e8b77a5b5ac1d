import { expect, test } from "vitest";
import { whenPatienceEnds } from "./patience";

/** A page's timers and what others send it: both wait while it is busy, and what is due first is done first. */
function busyPage() {
  const due: { at: number; act: () => void }[] = [];
  let now = 0;
  return {
    at: (time: number, act: () => void) => void due.push({ at: time, act }),
    after: (delayMs: number, act: () => void) => void due.push({ at: now + delayMs, act }),
    /** Works through everything; busy with its own scripts until `freeAt`. */
    run(freeAt: number) {
      now = freeAt;
      for (let next = due.sort((a, b) => a.at - b.at).shift(); next; next = due.sort((a, b) => a.at - b.at).shift()) {
        now = Math.max(now, next.at);
        next.act();
      }
      return now;
    },
  };
}

test("an answer counts that came while the page was too busy to hear it, though its patience would be over", () => {
  const page = busyPage();
  const heard: string[] = [];
  whenPatienceEnds(page.after, () => heard.push("given up"));
  page.at(1900, () => heard.push("answer")); // sent in time by a page that was as busy
  page.run(2000);
  expect(heard).toEqual(["answer", "given up"]);
});

test("nobody is waited for longer than a second and a half where the page has nothing else to do", () => {
  let [ms, ends] = [0, 0];
  const clock = (delayMs: number, act: () => void) => {
    ms += delayMs;
    act();
  };
  whenPatienceEnds(clock, () => {
    ends = ms;
  });
  expect(ends).toBe(1500);
});
