import type { StudyId } from "./studies";

export const CLAIM_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type ClaimNumber = (typeof CLAIM_NUMBERS)[number];

/** What the poster says, in our words, and the number that it gives; null where none is known to us. */
interface PosterClaim {
  says: string;
  number: string | null;
}

/** The claims of the poster that are looked into here, by their numbers. */
export const POSTER_CLAIMS: Record<ClaimNumber, PosterClaim> = {
  1: {
    says: "APO-η is ahead of the best fixed learning rate, and competitive with a step schedule (WRN-28-10, CIFAR-10, SGDm).",
    number: null,
  },
  2: { says: "APO-η hardly depends on the learning rate that it starts from.", number: null },
  3: {
    says: "APO-P is ahead of SGDm, Adam and KFAC in test accuracy and in BLEU, or equal to them.",
    number: "ahead of the best of the three by 0.02 to 6.11 points in eight rows, without error bars",
  },
  4: { says: "In ill-conditioned regression APO-P is ahead of first-order methods.", number: null },
  5: {
    says: "In 16 bits KFAC loses accuracy, and APO-P does not.",
    number: "LeNet, ResNet-18, ResNet-18 on CIFAR-100: KFAC −1.68, −1.88, −3.36 points; APO-P −0.17, +0.04, −1.41",
  },
  6: {
    says: "A meta-update takes three forward passes and one backward pass, every K steps; the memory is twice the model's.",
    number: "(3 forward + 1 backward) ÷ K, 2 times the model",
  },
  7: {
    says: "Known methods are the proximal point with parts approximated or left out.",
    number: "equations",
  },
  8: {
    says: "The prices work: with more λ_FSD the function changes less, with more λ_WSD steps are shorter.",
    number: null,
  },
};

/** Methods of the poster's tables. */
export type PosterMethod = "sgdm" | "adam" | "kfac" | "apo-p";

/** Test accuracy in percent or BLEU that the poster reports for the task and the network of a study, at its own width and length. */
export const POSTER_SCORES: Partial<Record<StudyId, Partial<Record<PosterMethod, number>>>> = {
  lenet: { sgdm: 75.73, adam: 73.41, kfac: 76.63, "apo-p": 77.42 },
  alexnet: { sgdm: 76.27, adam: 76.09, kfac: 78.33, "apo-p": 81.14 },
  vgg16: { sgdm: 91.82, adam: 90.19, kfac: 92.05, "apo-p": 92.13 },
  resnet18: { sgdm: 93.69, adam: 93.27, kfac: 94.6, "apo-p": 94.75 },
  translation: { sgdm: 31.43, adam: 34.6, "apo-p": 34.62 },
};

/** Test accuracy in percent in 16 bits, likewise. */
export const POSTER_SCORES_16: Partial<Record<StudyId, Partial<Record<PosterMethod, number>>>> = {
  lenet: { sgdm: 75.65, kfac: 74.95, "apo-p": 77.25 },
  resnet18: { sgdm: 94.15, kfac: 92.72, "apo-p": 94.79 },
};
