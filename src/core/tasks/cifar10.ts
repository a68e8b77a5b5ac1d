import { archiveOf } from "../../config/tables/archive/archives";
import { readArchiveSet } from "../data/archive/archiveSource";
import { readImageSet } from "../data/imageSet";
import { imageClassification } from "./imageClassification";
import { lenetLayers } from "./networks/lenet";
import type { CreateTask } from "./task";

const SOURCE = { folder: "cifar10", name: "CIFAR-10", side: 32, channels: 3 };

/** CIFAR-10 (Krizhevsky 2009) on LeNet-5; more images than ship come from the archive that a person brings. */
export const createCifar10: CreateTask = async (seed, { trainImages, augment }, io) => ({
  ...imageClassification(
    "cifar10",
    seed,
    archiveOf({ task: "cifar10", taskOptions: { trainImages } })
      ? await readArchiveSet("cifar10", trainImages, io.archive, io.report)
      : await readImageSet(SOURCE, trainImages, io),
    lenetLayers(SOURCE.side, SOURCE.channels),
  ),
  isAugmented: augment === "on",
});
