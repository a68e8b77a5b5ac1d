import { archiveOf } from "../../config/tables/archive/archives";
import { readArchiveSet } from "../data/archive/archiveSource";
import { readImageSet } from "../data/imageSet";
import { photographClassification } from "./imageClassification";
import type { CreateTask } from "./task";

const SOURCE = { folder: "cifar10", name: "CIFAR-10", side: 32, channels: 3 };

/** CIFAR-10 (Krizhevsky 2009); more images than ship come from the archive that a person brings. */
export const createCifar10: CreateTask = async (seed, options, io) => {
  const { trainImages } = options;
  const set = archiveOf({ task: "cifar10", taskOptions: options })
    ? await readArchiveSet("cifar10", trainImages, io.archive, io.report)
    : await readImageSet(SOURCE, trainImages, io);
  return photographClassification("cifar10", seed, set, options);
};
