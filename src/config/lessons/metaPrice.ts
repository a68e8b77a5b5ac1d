import type { Lesson } from "./lesson";
import { countPasses, playOut, reset } from "./steps";

/** On real cars: APO-P that judges each step, and one that judges every tenth. */
export const META_PRICE: Lesson = {
  id: "price-of-k",
  title: "K and the price",
  about: "Judging a step costs passes over the data. K says how seldom that is paid.",
  start: {
    experiment: {
      version: 1,
      task: "cars",
      seed: 7,
      steps: 300,
      optimizers: [
        { id: "apo-p", run: "often", hyperparams: { metaUpdateInterval: 1 } },
        { id: "apo-p", run: "seldom", hyperparams: { metaUpdateInterval: 10 } },
      ],
    },
  },
  steps: [
    playOut(300, {
      title: "Two habits.",
      text: "Two runs of APO-P: one judges P at every step, K = 1, the other at every tenth, K = 10. Press Play, and let them come to the end.",
      seen: "In loss over all data they end within a fifth of each other: see the table under the charts.",
    }),
    {
      title: "Read the bill.",
      text: "A meta-update adds three passes forward and one back. Open the cost ledger, under Inside the optimizer.",
      goal: { kind: "openView", view: "ledger" },
      hint: "Scroll down to Inside the optimizer, and press Cost ledger.",
      seen: "So far K = 1 has paid {passes often} passes over a batch, K = 10 {passes seldom}: six tenths of that or less.",
      parts: ["views"],
    },
    countPasses({
      title: "Compare at equal price.",
      text: "Under the charts, let the x-axis count gradients in the place of steps.",
      seen: "The line of K = 10 now ends where the other is little more than halfway.",
    }),
    reset({
      title: "Once more, rarer.",
      text: "Press Reset.",
      seen: "Step 0. The sliders are those of the first run.",
    }),
    {
      title: "Every fiftieth step.",
      text: "Move K of the first run to 50.",
      goal: { kind: "set", run: "often", name: "metaUpdateInterval", atLeast: 50 },
      hint: "Drag the slider K to the right end, or type 50 on it. On a phone it is behind Controls.",
      seen: "Its P now learns from a few meta-updates alone.",
      parts: ["metaUpdateInterval"],
    },
    playOut(300, {
      title: "And see.",
      text: "Press Play, and let them come to the end.",
      seen: "It paid {passes often} passes; its loss ends at most half as much again above that of K = 10. Nothing is left to save: nearly all passes are those of steps.",
    }),
  ],
};
