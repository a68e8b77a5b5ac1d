import type { Lesson } from "./lesson";
import { countPasses, lookAtStart, playOut, reset } from "./steps";

/** On linear regression, where curvatures are known: APO-P beside SGD, which has one rate for all directions. */
export const ILL_CONDITIONING: Lesson = {
  id: "ill-conditioning",
  title: "Ill-conditioning and the spectrum of P",
  about: "Where curvatures differ, steps should too: P learns the lengths, as far as its steps and λ_WSD let it.",
  start: {
    experiment: {
      version: 1,
      task: "linear",
      seed: 7,
      steps: 1000,
      taskOptions: { conditionNumber: 10 },
      optimizers: [{ id: "apo-p" }, { id: "sgd" }],
    },
  },
  steps: [
    playOut(1000, {
      title: "Nearly round.",
      text: "The condition number is the largest curvature of the loss over the smallest: here 10. SGD has one rate for all directions, APO-P learns a P. Press Play, and let them come to the end.",
      seen: "P’s eigenvalues reach from {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: the largest is five times the smallest or more. They are step lengths, one for each direction.",
      parts: ["play", "spectrum"],
    }),
    lookAtStart({
      title: "Where P came from.",
      text: "Move the slider of past steps to one of the first ten steps.",
      seen: "Here they reached from {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: P starts with one step length for all directions, as SGD keeps it.",
      parts: ["scrubber", "spectrum"],
    }),
    {
      title: "Make it a ravine.",
      text: "Open Methods and settings, and type 1000 behind Condition number: the flattest direction gets a hundred times flatter.",
      goal: { kind: "option", name: "conditionNumber", atLeast: 1000 },
      hint: "Methods and settings is over the sliders, on a phone behind Controls. Close it again with Escape.",
      seen: "Step 0, with the same seed. The steepest direction is as it was.",
      parts: ["settings"],
    },
    playOut(1000, {
      title: "Learn it again.",
      text: "Press Play, and let them come to the end.",
      seen: "From {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: largest over smallest is twice what it was or more, far from a hundred times. The largest is still below what theory gives.",
      parts: ["play", "spectrum"],
    }),
    countPasses({
      title: "Does the loss tell?",
      text: "Under the charts, let the x-axis count gradients in the place of steps, and read the losses.",
      seen: "Hardly: in loss over all data the two end within a hundredth of each other, and APO-P paid {passes apo-p} passes, SGD {passes sgd}. Flat directions weigh little in this loss.",
    }),
    reset({
      title: "Now bound the steps.",
      text: "λ_WSD charges every move of the weights, so it ends the long steps. Press Reset.",
      seen: "Step 0 again.",
    }),
    {
      title: "A price on weights.",
      text: "Move λ_WSD to 1 or more.",
      goal: { kind: "set", run: "apo-p", name: "lambdaWsd", atLeast: 1 },
      hint: "Drag the slider λ_WSD to the right, or type 1 on it. On a phone it is behind Controls.",
      seen: "λ_WSD stands at {set apo-p lambdaWsd}.",
      parts: ["lambdaWsd"],
    },
    playOut(1000, {
      title: "And see.",
      text: "Press Play, and let them come to the end.",
      seen: "From {eigenvalue apo-p smallest} to {eigenvalue apo-p largest}: none is above 1/λ_WSD, and largest over smallest is half of what it was or less. A price on weights evens the steps out.",
      parts: ["play", "spectrum"],
    }),
  ],
};
