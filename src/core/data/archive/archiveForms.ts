import type { ArchiveId } from "../../../config/tables/archive/archives";

/** What the official binary archive of a set of images holds; other files in it are passed over. */
export interface ArchiveForm {
  archive: ArchiveId;
  train: readonly string[];
  test: readonly string[];
  /** Names of the classes, one a line, in the order of their labels. */
  names: string;
  /** Bytes before the pixels of an image: the class last. */
  labels: 1 | 2;
  classes: number;
  /** Images of each class in the official archive; a smaller one has fewer. */
  perClass: { train: number; test: number };
}

/** Classes of CIFAR-100 belong to one of so many coarse ones. */
export const COARSE_CLASSES = 20;

/** After the pages of Krizhevsky (2009); pixels are 1,024 bytes each of red, green and blue, row by row. */
export const ARCHIVE_FORMS: readonly ArchiveForm[] = [
  {
    archive: "cifar10",
    train: [1, 2, 3, 4, 5].map((part) => `data_batch_${part}.bin`),
    test: ["test_batch.bin"],
    names: "batches.meta.txt",
    labels: 1,
    classes: 10,
    perClass: { train: 5000, test: 1000 },
  },
  {
    archive: "cifar100",
    train: ["train.bin"],
    test: ["test.bin"],
    names: "fine_label_names.txt",
    labels: 2,
    classes: 100,
    perClass: { train: 500, test: 100 },
  },
];
