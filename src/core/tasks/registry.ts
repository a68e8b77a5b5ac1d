import type { TaskId } from "../../config/tables/taskIds";
import { fetchReader } from "../data/fetchReader";
import { createCars } from "./cars";
import { createCifar10 } from "./cifar10";
import { createCifar100 } from "./cifar100";
import { createDeepLinear } from "./deepLinear";
import { createLinear } from "./linear";
import { createFashionMnist, createMnist } from "./mnist";
import { createMnistAutoencoder } from "./mnistAutoencoder";
import { createSine } from "./sine";
import { createSpirals } from "./spirals";
import type { CreateTask } from "./task";

/** With the layers of a Transformer, and what reads texts: a script of its own, as most runs have neither. */
const fetchTranslation = () => fetchReader("data/translation", () => import("./translation/translation"));

const fetchCsv = () => fetchReader("The table", () => import("./csv"));

/** Builds each task; `given` comes from a config file instead (`given.ts`). */
export const CREATE_TASK: Record<TaskId, CreateTask> = {
  sine: createSine,
  linear: createLinear,
  "deep-linear": createDeepLinear,
  spirals: createSpirals,
  cars: createCars,
  cifar10: createCifar10,
  cifar100: createCifar100,
  "mnist-autoencoder": createMnistAutoencoder,
  mnist: createMnist,
  "fashion-mnist": createFashionMnist,
  translation: async (...asked) => (await fetchTranslation()).createTranslation(...asked),
  csv: async (...asked) => (await fetchCsv()).createCsv(...asked),
};
