import type { Lesson } from "./lesson";
import { countPasses, newSeed, playOut, reset } from "./steps";

/** On real cars: APO-P against SGDm, whose rate is a hundredth of what it needs. */
export const FAIR_RACES: Lesson = {
  id: "fair-races",
  title: "Fair races, and how to cheat in them",
  about: "Three ways to make a method look better than it is, each undone by one move.",
  start: {
    experiment: {
      version: 1,
      task: "cars",
      seed: 7,
      steps: 300,
      optimizers: [{ id: "apo-p" }, { id: "sgdm", hyperparams: { learningRate: 0.001 } }],
    },
  },
  steps: [
    playOut(300, {
      title: "A clear victory?",
      text: "APO-P races SGDm, which somebody has set to η = 0.001. Press Play, and let them come to the end.",
      seen: "SGDm ends at half as much loss again as APO-P, or more. The first cheat: a rival that nobody has tuned.",
    }),
    reset({
      title: "Back to the start.",
      text: "Press Reset, and give SGDm a chance.",
      seen: "Step 0: what you set now is what the race starts with.",
    }),
    {
      title: "Tune the rival.",
      text: "Unfold the learning rates set by hand, under the sliders, and move that of SGDm to between 0.1 and 0.15, which a search on this task has found.",
      goal: { kind: "set", run: "sgdm", name: "learningRate", atLeast: 0.1, atMost: 0.15 },
      hint: "Type 0.12 on its slider. On a phone the sliders are behind Controls.",
      seen: "η of SGDm stands at {set sgdm learningRate}.",
      parts: ["rates"],
    },
    playOut(300, {
      title: "Race again.",
      text: "Press Play, and let them come to the end.",
      seen: "Now the two end within a fifth of each other in loss over all data.",
    }),
    countPasses({
      title: "Count what was paid.",
      text: "The second cheat: an axis that hides the price. Under the charts, let the x-axis count gradients in the place of steps.",
      seen: "APO-P paid {passes apo-p} passes, SGDm {passes sgdm}. For the same passes SGDm’s loss is the lower.",
    }),
    newSeed({
      title: "Try other luck.",
      text: "The third cheat: the one seed that suits. Press the button beside Seed.",
      seen: "Another start and other batches, the same for both.",
    }),
    playOut(300, {
      title: "And once more.",
      text: "Press Play, and let them come to the end.",
      hint: "Press Play, or Space, and read the table under the charts.",
      seen: "Who is ahead at the end changes with the seed. One race says little; bands over several seeds say more: Train seeds, in the menu of a chart.",
    }),
  ],
};
