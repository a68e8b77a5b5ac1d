import { readArchiveSet } from "../data/archive/archiveSource";
import { photographClassification } from "./imageClassification";
import type { CreateTask } from "./task";

/** CIFAR-100 (Krizhevsky 2009), from the archive that a person brings. */
export const createCifar100: CreateTask = async (seed, options, { archive, report }) =>
  photographClassification(
    "cifar100",
    seed,
    await readArchiveSet("cifar100", options.trainImages, archive, report),
    options,
  );
