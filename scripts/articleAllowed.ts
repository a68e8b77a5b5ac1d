/** Words of the article that have a number or a comparison in them. */
interface Allowed {
  words: string;
  /** What makes it no finding: a definition, a name, a citation. */
  why?: string;
  /** The file and the name of the test that holds it. */
  heldBy?: readonly [file: string, test: string];
}

const HERE = "scripts/articleProse.test.ts";
const DERIVED = "scripts/derivation.test.ts";
const FAMILY = "src/core/optimizers/family.test.ts";
const EXERCISES = "src/config/formulas/exercises.test.ts";
const SEEN = ["src/cli/presets/presetRecords.test.ts", "what $id says is seen on three recorded seeds"] as const;

/** All that is allowed, of the article and of its panel. */
export const ALLOWED: readonly Allowed[] = [
  { words: "How far should one step go?", why: "no count" },
  { words: "The best step is the cheapest one.", why: "what Q is for" },
  { words: "one for all layers or one for each", why: "a choice of the settings" },
  { words: "to take in long steps, and which in short ones", why: "what an eigenvalue of P is" },
  {
    words: "Known methods, the same objective",
    heldBy: ["src/core/optimizers/family.test.ts", "is −g/λ_WSD by gradient descent"],
  },
  { words: "first order", why: "an order of approximation" },
  { words: "second order", why: "an order of approximation" },
  {
    words: "the same data, the same start and the same batches in the same order",
    heldBy: ["src/core/training/race.test.ts", "starts every optimizer from the same loss on the same batch of sine"],
  },
  { words: "settings tuned with the same budget", heldBy: [HERE, "a sweep tries as many settings of each method"] },
  { words: "APO looks one step ahead and no further.", why: "Algorithm 1: one lookahead" },
  { words: "What that is good for, and where it loses, is seen in these presets", heldBy: SEEN },
  {
    words: "the same move costs more, so the cheapest step changes the outputs less, and",
    heldBy: [HERE, "with more λ_FSD the outputs move less, on every seed of every record"],
  },
  { words: "falls.", heldBy: [HERE, "with ten times the λ_FSD APO-η comes to a lower η"] },
  {
    words: "chosen on one seed with an equal budget",
    why: "rules.ts: one seed for choosing, CANDIDATES of each method",
  },
  {
    words: "“Ahead” is better than the rival on each of these seeds, “behind” worse on each, “level” neither",
    heldBy: ["src/config/claims/verdict.test.ts", "is ahead or behind where all seeds have one sign"],
  },
  { words: "at best", why: "a moment of a run" },
  { words: "in equal time", why: "a moment of a run" },
  { words: "kB at most", why: "the peak of what is kept" },
  { words: "What a step costs:", why: "what Q is" },
  { words: "four-starts", why: "the id of a preset" },
  { words: "apo-loses", why: "the id of a preset" },
  { words: "a second batch B′", why: "the other one of two" },
  { words: "half the squared distance", why: "the ½ of WSD" },
  {
    words: "a higher price makes steps that change the outputs less",
    heldBy: [HERE, "with more λ_FSD the outputs move less, on every seed of every record"],
  },
  { words: "takes one step down the gradient of Q", why: "Algorithm 1" },
  { words: "a longer interval costs less", heldBy: [HERE, "a longer K makes a step cheaper"] },
  { words: "long along its large eigenvalues, short along its small ones", why: "what an eigenvalue of P is" },
  { words: "line-second-batch", why: "the name of an equation" },
  { words: "Add up what the trial costs.", why: "what Q is" },
  { words: "would have cost less", why: "down the slope of Q: Algorithm 1" },
  { words: "This is one step of APO.", why: "Algorithm 1" },
  { words: "Algorithm 1, line by line", why: "its name in the paper" },
  { words: "The two prices", why: "λ_FSD and λ_WSD" },
  {
    words: "keep WSD. The cheapest point is a step of gradient descent:",
    heldBy: [FAMILY, "is −g/λ_WSD by gradient descent"],
  },
  {
    words: "The cheapest point is a step of the natural gradient, damped by WSD:",
    heldBy: [FAMILY, "is −η(λ_FSD·G + λ_WSD·I)⁻¹ g by natural gradient"],
  },
  { words: "first and", why: "an order of approximation" },
  { words: "Where the loss is a parabola with the same curvature", why: "the condition of what follows" },
  { words: "for every batch, and FSD one with the curvature", why: "the condition of what follows" },
  {
    words: "Algorithm 1 does not go there",
    heldBy: ["src/core/apo/preconditioner.test.ts", "while training, and not to the linearised form"],
  },
  {
    words: "With a single learning rate in the place of",
    why: "no count",
  },
  { words: "the same sum gives:", heldBy: [DERIVED, "has the lowest mean bill at η*"] },
  { words: "A long interval shares its cost among many.", heldBy: [HERE, "a longer K makes a step cheaper"] },
  { words: "one for its outputs, and a scale for each pair", why: "the form of EKFAC" },
  { words: "An inverse asks for a matrix that has one", why: "no count" },
  { words: "one that the outputs do not feel is free, one that turns them over is dear", why: "what FSD is" },
  { words: "the cheapest step then fits this batch", why: "what is left of Q" },
  {
    words: "A higher price keeps the point nearer to where it starts.",
    heldBy: [DERIVED, "is nearer to the start the higher the price"],
  },
  { words: "The weights with the lowest bill", why: "what an argmin is" },
  { words: "At the lowest bill the slope of the bill is zero.", why: "a minimum" },
  { words: "says how far a step goes along one direction for each unit", why: "what an eigenvalue of P is" },
  { words: ". If all are equal,", why: "a condition" },
  { words: "Three exercises", why: "counted below it" },
  { words: "Algorithm 1 keeps the loss as it is", why: "Algorithm 1" },
  { words: "Each price bends the bill further.", why: "what is added to H" },
  { words: "The wider they spread, the more unlike the directions are to", why: "what a spread is" },
  {
    words:
      "a direction that bends the bill much has a small eigenvalue, and one that bends it little a large one. No eigenvalue of the ideal is above 1 /",
    heldBy: [DERIVED, "ends in the form that the chart draws"],
  },
  { words: "both by the same factor", heldBy: [EXERCISES, "is the bent one where WSD has a price"] },
  { words: ", a flat one", why: "no count" },
  { words: "shrink by the larger factor?", why: "a question" },
  { words: "Write a number, such as 0.25.", why: "an example of a number" },
  { words: "for this P and no other", why: "no count" },
  { words: "All that bends the bill stands in one matrix.", heldBy: [DERIVED, "holds on random matrices"] },
  { words: "with their lowest point where the step starts", heldBy: [DERIVED, "holds on random matrices"] },
  { words: "It is one over the sum", heldBy: [EXERCISES, "is one over h + λ_FSD h + λ_WSD"] },
  { words: "P is one over it.", heldBy: [EXERCISES, "is one over h + λ_FSD h + λ_WSD"] },
  { words: "Then take one over the sum.", heldBy: [EXERCISES, "is one over h + λ_FSD h + λ_WSD"] },
  { words: "Only one step of K has one.", why: "what K is" },
  {
    words:
      "With λ_WSD at 0 every part of the bill is a multiple of the curvature, so all directions shrink by one factor.",
    heldBy: [EXERCISES, "is the bent one where WSD has a price"],
  },
  {
    words: "Where the curvature is large, λ_FSD times it is most of the bill. Where it is small, λ_WSD is, and stays.",
    heldBy: [EXERCISES, "is the bent one where WSD has a price"],
  },
  {
    words: "bends all directions by the same amount, and does not change. Ask where it is most of the sum.",
    why: "WSD is a multiple of I",
  },
  { words: "With λ_WSD at 0 nothing in the sum stays", heldBy: [EXERCISES, "is the bent one where WSD has a price"] },
  { words: "in which direction that is most of the sum", why: "a question" },
];
