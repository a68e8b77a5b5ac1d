import type { CreateContestant, Entrant } from "./contestant";

/** Each library's module, fetched only in its own worker. */
export const LOAD: Record<Entrant["library"], () => Promise<CreateContestant>> = {
  ours: async () => (await import("./ours")).createOurs,
  tfjs: async () => (await import("./tfjs")).createTfjs,
  "jax-js": async () => (await import("./jax")).createJax,
  convnetjs: async () => (await import("./convnet")).createConvnet,
  "brain.js": async () => (await import("./brain")).createBrain,
  "typed arrays": async () => (await import("./typedArrays")).createTypedArrays,
};
