import type { Lesson } from "./lesson";
import { lookAtStart, newSeed, playOut } from "./steps";

/** The preset in which η rises and comes down. */
export const OWN_RATE: Lesson = {
  id: "own-rate",
  title: "η that warms up and decays by itself",
  about: "Schedules warm a learning rate up and let it decay. APO-η does both, and nobody writes the schedule.",
  start: { preset: "rise-and-decay" },
  steps: [
    {
      title: "Start far too low.",
      text: "APO-η trains SGDm, and starts it at η = 0.001. Beside it races SGDm with a tuned η. Press Play, and let it come to step 50.",
      goal: { kind: "reach", step: 50 },
      hint: "Press Play, or Space. η is the third chart.",
      seen: "η has come to {rate apo-lr}. By step 50 it has doubled, or more: the warm-up.",
      parts: ["play", "learningRate"],
      ask: {
        question: "What will η have done by step 50?",
        run: "apo-lr",
        choices: [
          { says: "It has stayed within a tenth.", atLeast: 0.9, atMost: 1.1 },
          { says: "It has risen, but not doubled.", atLeast: 1.1, atMost: 2 },
          { says: "It has doubled, or more.", atLeast: 2 },
          { says: "It has fallen.", atMost: 0.9 },
        ],
      },
    },
    playOut(600, {
      title: "To the end.",
      text: "Let it train to the end of the race, and watch where η turns.",
      hint: "Press Play where the race stands still. At the end it stops by itself.",
      seen: "η climbs past 0.01, and then comes down by a tenth or more: at the end it is {rate apo-lr}.",
      parts: ["play", "learningRate"],
    }),
    lookAtStart({
      title: "Look at the beginning.",
      text: "Move the slider of past steps to one of the first ten steps.",
      seen: "Here η was {rate apo-lr}, and the loss {loss apo-lr}.",
    }),
    {
      title: "Look at the middle.",
      text: "Now move it to a step between 100 and 500.",
      goal: { kind: "scrub", atLeast: 100, atMost: 500 },
      hint: "Drag the slider to the right, or press the arrow keys on it. All charts follow.",
      seen: "Here η was {rate apo-lr}. Nobody has told it where to turn: each meta-update asks how far one step should go now.",
      parts: ["scrubber", "learningRate"],
    },
    newSeed({
      title: "Is it luck?",
      text: "Another seed draws another start and other batches. Press the button beside Seed.",
      seen: "The race stands at step 0, from another start.",
      parts: ["learningRate"],
    }),
    playOut(600, {
      title: "And once more to the end.",
      text: "Press Play, and watch η.",
      hint: "Press Play, or Space, and let it come to the end.",
      seen: "On every seed that this was tested on it ends within a fifth of a tuned SGDm’s loss. Here η ends at {rate apo-lr}.",
      parts: ["play", "learningRate"],
    }),
  ],
};
