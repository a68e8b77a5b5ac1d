import { expect, test } from "./fixtures";
import { plantInTrainers, trainersOf } from "./trainers";

/** tfjs finds its kernels by their names, in a list that a test can change: no memory left, or every kernel traps. */
const HOOK = `
const faulty = (name, work) => (...given) => {
  if (self.isFull && name === "malloc") return 0;
  if (self.isTrapping && !["malloc", "free"].includes(name)) throw new WebAssembly.RuntimeError("unreachable executed");
  return work(...given);
};
const hooked = ({ module, instance }) => ({
  module,
  instance: {
    exports: Object.fromEntries(
      Object.entries(instance.exports).map(([name, one]) => [name, typeof one === "function" ? faulty(name, one) : one]),
    ),
  },
});
for (const way of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[way];
  WebAssembly[way] = async (...given) => hooked(await original.apply(WebAssembly, given));
}`;

const RACE = "task=sine&opt=apo-p,adam&steps=60&seed=5&backend=wasm&views=none";

for (const { what, fault, words } of [
  { what: "memory that is full", fault: "isFull", words: /The memory of WebAssembly has no \d+ bytes left\./ },
  { what: "a kernel that traps", fault: "isTrapping", words: /unreachable executed\./ },
])
  for (const step of [10, 25])
    test(`${what} behind step ${step} is followed by the CPU: the race plays on with its log`, async ({ lab }) => {
      await plantInTrainers(lab, HOOK);
      await lab.open(`${RACE}&speed=25&keep=1`);
      await lab.playButton.click();
      await lab.reachesStep(step);
      await trainersOf(lab)[0]?.evaluate((name) => void Object.assign(self, { [name]: true }), fault);
      const told = lab.notice(/^Training stopped at step \d+; the race goes on/);
      await expect(told).toContainText(words);
      await expect(told).toContainText("CPU, in place of WASM, goes on from step");
      await lab.speed.selectOption({ label: "max" });
      await lab.isAtRest(60);
      const { backend, runs, notices } = await lab.state();
      expect(backend).toBe("cpu");
      expect(notices.filter(({ level }) => level !== "info")).toEqual([]);

      await lab.open(RACE.replace("wasm", "cpu"));
      await lab.playToTheEnd();
      const onCpu = (await lab.state()).runs;
      for (const [at, { run, columns }] of runs.entries()) {
        expect(columns.step, run).toEqual(onCpu[at]?.columns.step);
        const losses = onCpu[at]?.columns.trainLoss ?? [];
        for (const [row, loss] of columns.trainLoss.entries())
          expect(Math.abs(Number(loss) / Number(losses[row]) - 1), `${run} at ${row}`).toBeLessThan(1e-3);
      }
    });
