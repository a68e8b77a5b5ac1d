import type { ArchiveId } from "../../../config/tables/archive/archives";
import { ARCHIVE_FORMS, type ArchiveForm } from "../../data/archive/archiveForms";
import { ArchiveImages } from "../../data/archive/archiveImages";
import { MemorySink } from "../../data/archive/archiveSink";
import type { ArchiveSource } from "../../data/archive/archiveSource";
import { ARCHIVE_CLASSES, madeRecords } from "./madeImages";

/** An archive of made images as if it had been read: of each class so many in each split. */
export function madeArchive(archive: ArchiveId, perClass = { train: 5, test: 1 }): ArchiveSource {
  const classes = ARCHIVE_CLASSES[archive];
  const sink = new MemorySink({ train: classes * perClass.train * 3072, test: classes * perClass.test * 3072 });
  const form = ARCHIVE_FORMS.find((one) => one.archive === archive) as ArchiveForm;
  const images = new ArchiveImages(form, sink);
  for (const split of ["train", "test"] as const)
    madeRecords(archive, split, perClass[split]).forEach((record, i) => {
      images.take(split, record, `${split}.bin`, i);
    });
  const names = Array.from({ length: classes }, (_, i) => `class_${i}`);
  return {
    summary: { archive, file: `made-${archive}.tar.gz`, classes: names, ...images.finish() },
    read: async (split, count) => sink.bytesOf(split).subarray(0, count * 3072),
  };
}
