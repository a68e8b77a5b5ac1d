import { readArchiveSet } from "../data/archive/archiveSource";
import { imageClassification } from "./imageClassification";
import { lenetLayers } from "./networks/lenet";
import type { CreateTask } from "./task";

/** CIFAR-100 (Krizhevsky 2009) on LeNet-5 with 100 outputs, from the archive that a person brings. */
export const createCifar100: CreateTask = async (seed, { trainImages, augment }, { archive, report }) => ({
  ...imageClassification(
    "cifar100",
    seed,
    await readArchiveSet("cifar100", trainImages, archive, report),
    lenetLayers(32, 3, 100),
  ),
  isAugmented: augment === "on",
});
