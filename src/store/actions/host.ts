import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { ShippedSceneId } from "../../config/scenes/shippedIds";
import type { ArchiveId } from "../../config/tables/archive/archives";
import type { Backend } from "../../config/tables/backends";
import type { Command } from "../../protocol/messages";
import type { SweepRequest } from "../../protocol/sweep";
import type { ExperimentState } from "../experiment/state";
import type { HeldSet } from "../scenes/sceneStore";

/** What trains a sweep map, apart from the training workers in every way. */
export interface SweepsControl {
  /** Trains a map, in place of one that is trained. */
  start(request: SweepRequest): void;
  /** Goes on with a map that failed: its rows stay. */
  goOn(): void;
  end(): void;
}

/** What trains further seeds, apart from the training workers in every way. */
export interface SeedsControl {
  /** Trains the race as it stands with so many further seeds, in place of those before. */
  start(count: number): void;
  /** Ends it; seeds that are trained stay. */
  cancel(): void;
  /** Ends it, and nothing of it stays. */
  remove(): void;
}

/** What finds, reads and deletes archives of images. */
export interface ArchivesControl {
  /** Looks for archives that earlier visits kept; once. */
  look(): Promise<void>;
  /** Reads a file, in place of one that is being read, and trains on it. */
  read(file: File): void;
  /** Ends the reading. */
  cancel(): void;
  /** Deletes an archive; what is trained on it goes on. */
  remove(archive: ArchiveId): Promise<void>;
}

/** What shows a talk, scene by scene. */
export interface ScenesControl {
  /** Shows a set from one of its scenes on, the first 0. */
  show(held: HeldSet, at: number): void;
  /** Shows a set that comes with the page. */
  present(id: ShippedSceneId): Promise<void>;
  /** Shows the set that the link names. */
  openLink(): Promise<void>;
  /** So many scenes on, or back. */
  turn(by: number): void;
  /** The scene that is shown, as it begins; a choice that was taken in it is forgotten. */
  startOver(): void;
  /** Takes a choice of the scene's question, and plays to the step that shows the truth. */
  answer(choice: number): void;
  /** Puts the run back that stood on the page before the talk. */
  bringBefore(): void;
}

/** What the actions ask of the page's kept runs. */
interface RunKeeper {
  goOn(): Promise<void>;
  checkpointAt(id: string, step: number): Promise<RaceCheckpoint | null>;
  withAllRows(state: ExperimentState): Promise<ExperimentState>;
  nameOf(id: string): string;
  /** Pins the run on the page, or lets go of it. */
  togglePin(): Promise<void>;
}

/** What the actions need of the world: the session gives it, tests stand in for it. */
export interface Host {
  /** To the training worker; a `configure` starts a new worker where the old one is gone. */
  send(command: Command): void;
  /** Trains from the step of a recording that is shown on. */
  trainHere(): void;
  /** Plays a run that was saved. */
  openSaved(saved: ExperimentState): Promise<void>;
  /** Ends both workers; the next `configure` starts new ones. */
  endWorkers(): void;
  /** Goes on from the last checkpoint by new workers, on a device or on the one it had; false where there is no log to go on from. */
  recover?(backend: Backend | null): boolean;
  /** Does something with what trains a sweep map, whose script is fetched for it. */
  sweeps(act: (control: SweepsControl) => void): void;
  /** New analysis workers, where those before are gone. */
  reviveAnalysis?(): void;
  /** Does something with what trains further seeds, whose script is fetched for it. */
  seeds(act: (control: SeedsControl) => void): void;
  /** Does something with archives, whose script is fetched for it. */
  archives(act: (control: ArchivesControl) => void): void;
  /** Does something with what shows scenes, whose script is fetched for it. */
  scenes(act: (control: ScenesControl) => void): void;
  /** Milliseconds, never going back. */
  now(): number;
  /** A seed nobody chose. */
  newSeed(): number;
  /** Address of the page without its query. */
  address(): string;
  /** What keeps the page's runs; absent or null where nothing is kept. */
  keeper?(): RunKeeper | null;
  /** Takes the newer version of the page that is stored; absent where none is. */
  takeUpdate?(): void;
  /** Offers a text as a file to keep. */
  saveFile(name: string, text: string): void;
  /** Whether the text is on the clipboard now. */
  copyText(text: string): Promise<boolean>;
}
