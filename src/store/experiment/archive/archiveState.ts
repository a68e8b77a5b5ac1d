import type { ExperimentConfig } from "../../../config/experiment/experiment";
import { type ArchiveId, archiveOf } from "../../../config/tables/archive/archives";
import type { OwnFiles } from "../../../protocol/messages";
import type { ArchivesState, ExperimentState } from "../state";

/** Before the page has looked. */
export const NO_ARCHIVES: ArchivesState = { held: {}, isLooked: false, reading: null, asking: null };

/** The archive that an experiment trains on and that is not here. */
export function missingArchive(config: ExperimentConfig, { held }: ArchivesState): ArchiveId | null {
  const wanted = archiveOf(config);
  return wanted && !held[wanted] ? wanted : null;
}

/** The files of the person's that an experiment trains on, for its worker. */
export function filesFor(
  config: ExperimentConfig,
  { csv, archives }: Pick<ExperimentState, "csv" | "archives">,
): OwnFiles {
  const wanted = archiveOf(config);
  const held = wanted && archives.held[wanted];
  if (held) {
    const { isKept: _, ...archive } = held;
    return { archive };
  }
  return config.task === "csv" && csv.file ? { csv: csv.file.source } : {};
}
