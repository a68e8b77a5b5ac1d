import { between, faultTest, hasTold, playFrom, unbroken } from "./faultTrials";
import { expect } from "./fixtures";
import { expectLosses } from "./testState";
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

const STEPS = 100;
const RACE = `task=sine&opt=apo-p,adam&steps=${STEPS}&seed=5&backend=wasm&views=none`;

const onCpu = unbroken(async (lab) => {
  await lab.open(RACE.replace("wasm", "cpu"));
  await lab.playToTheEnd();
  return (await lab.state()).runs;
});

for (const { id, what, fault, words } of [
  {
    id: "wasmMemory",
    what: "memory that is full",
    fault: "isFull",
    words: /The memory of WebAssembly has no \d+ bytes left\./,
  },
  { id: "wasmTrap", what: "a kernel that traps", fault: "isTrapping", words: /unreachable executed\./ },
] as const)
  faultTest(
    id,
    `${what} at a random step is followed by the CPU: the race plays on with its log`,
    async (lab, { draw, browser }) => {
      const expected = await onCpu(browser);
      await plantInTrainers(lab, HOOK);
      await lab.open(`${RACE}&keep=1`);
      await playFrom(lab, between(1, STEPS - 50, draw));
      const { step } = await lab.state();
      await trainersOf(lab)[0]?.evaluate((name) => void Object.assign(self, { [name]: true }), fault);
      const title = /^Training stopped at step \d+; the race goes on/;
      await hasTold(lab, title, words, "CPU, in place of WASM, goes on from step");
      expect((await lab.state()).step, "steps of the log that are still there").toBeGreaterThanOrEqual(step);
      await lab.speed.selectOption({ label: "max" });
      await lab.isAtRest(STEPS);
      const { backend, runs, notices } = await lab.state();
      expect(backend).toBe("cpu");
      expect(notices.filter(({ level }) => level !== "info")).toEqual([]);
      expectLosses(runs, expected, 1e-3);
    },
  );
