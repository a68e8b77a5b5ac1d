import type { Lesson } from "./lesson";

/** On the sine: APO-η alone, on SGDm, with no price on weights. */
export const LAMBDA_FSD: Lesson = {
  id: "lambda-fsd",
  title: "What λ_FSD does",
  about: "The price of moving the network’s outputs: raise it, and APO takes shorter steps by itself.",
  start: {
    experiment: {
      version: 1,
      task: "sine",
      seed: 7,
      steps: 6000,
      optimizers: [
        {
          id: "apo-lr",
          hyperparams: {
            baseOptimizer: "sgdm",
            learningRate: 0.01,
            lambdaFsd: 1,
            lambdaWsd: 0,
            metaUpdateInterval: 2,
            metaLearningRate: 0.1,
          },
        },
      ],
    },
  },
  steps: [
    {
      title: "Let it train.",
      text: "One network learns a sine. Nobody sets its learning rate: APO-η moves η to make Q small. Press Play, and let it come to step 100.",
      goal: { kind: "reach", step: 100 },
      hint: "Play is in the bar, or press Space. The race goes on until you pause it.",
      seen: "The chart of η shows what APO-η has chosen. Now it stands at {rate apo-lr}.",
      parts: ["play", "learningRate"],
    },
    {
      title: "Hold it.",
      text: "Q is a bill: the loss after the step, and what moving costs. Here moving the weights is free, so what is left is the price of moving the outputs, FSD. Press Pause.",
      goal: { kind: "pause" },
      hint: "Pause stands where Play was; Space does the same. If the race has ended, Play starts it again.",
      seen: "λ_FSD, the price of FSD, stands at {set apo-lr lambdaFsd}. At the last meta-update moving the outputs was {share apo-lr fsd} of the bill: APO-η keeps away from what is dear.",
      parts: ["play", "objective"],
    },
    {
      title: "Raise the price.",
      text: "Move λ_FSD to 10 or more: outputs get ten times as dear.",
      goal: { kind: "set", run: "apo-lr", name: "lambdaFsd", atLeast: 10 },
      hint: "Drag the slider λ_FSD to the right, or type 10 while it has the focus. On a phone it is behind Controls.",
      seen: "Nothing has moved yet: the price acts in the next step.",
      parts: ["lambdaFsd"],
    },
    {
      title: "Train on.",
      text: "APO-η reads the new bill every second step, and moves η a little each time. Press Play, and let it take 100 steps more.",
      goal: { kind: "train", steps: 100, under: { run: "apo-lr", name: "lambdaFsd", atLeast: 10 } },
      hint: "Leave λ_FSD at 10 or more. Press Play, and watch the chart of η right of the rule that your move has left. A race that is over goes on with Continue the race.",
      seen: "Before the move η was {rateBeforeMove apo-lr}. Now it is {rate apo-lr}: in 100 steps it falls to half or less.",
      parts: ["play", "learningRate"],
      ask: {
        question: "What will η do in the next 100 steps?",
        run: "apo-lr",
        choices: [
          { says: "It rises.", atLeast: 1.1 },
          { says: "It stays within a tenth.", atLeast: 0.9, atMost: 1.1 },
          { says: "It falls, but not to half.", atLeast: 0.5, atMost: 0.9 },
          { says: "It falls to half or less.", atMost: 0.5 },
        ],
      },
    },
    {
      title: "Look back.",
      text: "Every step is kept. Move the slider of past steps to before your move: all charts show the race as it was then.",
      goal: { kind: "scrubBeforeMove" },
      hint: "It is the long slider under the charts. The mark on it is your move; go left of it.",
      seen: "Here η was {rate apo-lr}. The race itself stands where it was.",
      parts: ["scrubber"],
    },
    {
      title: "Make it cheap.",
      text: "Now the other way. Move λ_FSD to 0.1 or less: outputs may move almost for nothing.",
      goal: { kind: "set", run: "apo-lr", name: "lambdaFsd", atMost: 0.1 },
      hint: "Drag λ_FSD to the left, or type 0.1 on it. It acts in the next step of the race, whatever step you look at.",
      seen: "The bill is now nearly the loss alone.",
      parts: ["lambdaFsd"],
    },
    {
      title: "And train on.",
      text: "Press Play for another 100 steps, and watch η.",
      goal: { kind: "train", steps: 100, under: { run: "apo-lr", name: "lambdaFsd", atMost: 0.1 } },
      hint: "Leave λ_FSD at 0.1 or less, and press Play. Latest, beside the slider of past steps, brings the charts back to the step that trains.",
      seen: "Before this move η was {rateBeforeMove apo-lr}. Now it is {rate apo-lr}: it climbs to more than twice as much. You set a price; APO found the rate.",
      parts: ["play", "learningRate"],
      ask: {
        question: "And what will η do now, in 100 steps?",
        run: "apo-lr",
        choices: [
          { says: "It falls further.", atMost: 0.9 },
          { says: "It stays within a tenth.", atLeast: 0.9, atMost: 1.1 },
          { says: "It climbs, but not to twice as much.", atLeast: 1.1, atMost: 2 },
          { says: "It climbs to more than twice as much.", atLeast: 2 },
        ],
      },
    },
  ],
};
