import type { Words } from "../words";
import { GERMAN_ARCHIVE_OF_CORE } from "./core/archive";
import { GERMAN_GIVEN_OF_CORE } from "./core/given";
import { GERMAN_NETWORKS_OF_CORE } from "./core/networks";
import { GERMAN_TABLE_OF_CORE } from "./core/table";
import { GERMAN_TASKS_OF_CORE } from "./core/tasks";
import { GERMAN_BAR_OF_PARTS } from "./parts/bar";
import { GERMAN_CHARTS_OF_PARTS } from "./parts/charts";
import { GERMAN_CONTROLS_OF_PARTS } from "./parts/controls";
import { GERMAN_EMBED_OF_PARTS } from "./parts/embed";
import { GERMAN_FIGURE_MENU_OF_PARTS } from "./parts/figureMenu";
import { GERMAN_FIGURES_OF_PARTS } from "./parts/figures";
import { GERMAN_STATES_OF_PARTS } from "./parts/states";
import { GERMAN_TABLE_OF_PARTS } from "./parts/table";
import { GERMAN_VIEWS_OF_PARTS } from "./parts/views";
import { GERMAN_ACTIONS_OF_STORE } from "./store/actions";
import { GERMAN_CHARTS_OF_STORE } from "./store/charts";
import { GERMAN_CLAIMS_OF_STORE } from "./store/claims";
import { GERMAN_CONTROLS_OF_STORE } from "./store/controls";
import { GERMAN_FILES_OF_STORE } from "./store/files";
import { GERMAN_FIT_OF_STORE } from "./store/fit";
import { GERMAN_KEPT_OF_STORE } from "./store/kept";
import { GERMAN_LINK_OF_STORE } from "./store/link";
import { GERMAN_SESSION_OF_STORE } from "./store/session";
import { GERMAN_SWEEP_OF_STORE } from "./store/sweep";
import { GERMAN_VIEWS_OF_STORE } from "./store/views";
import { GERMAN_WORDS_OF_STORE } from "./store/words";
import { GERMAN_DEVICE_OF_WORKER } from "./worker/device";
import { GERMAN_NOTICES_OF_WORKER } from "./worker/notices";
import { GERMAN_PROTOCOL_OF_WORKER } from "./worker/protocol";

/** What the page, its store and its workers say. */
export const PAGE_WORDS: Words = {
  ...GERMAN_ARCHIVE_OF_CORE,
  ...GERMAN_TABLE_OF_CORE,
  ...GERMAN_TASKS_OF_CORE,
  ...GERMAN_NETWORKS_OF_CORE,
  ...GERMAN_GIVEN_OF_CORE,
  ...GERMAN_PROTOCOL_OF_WORKER,
  ...GERMAN_DEVICE_OF_WORKER,
  ...GERMAN_NOTICES_OF_WORKER,
  ...GERMAN_ACTIONS_OF_STORE,
  ...GERMAN_CHARTS_OF_STORE,
  ...GERMAN_CONTROLS_OF_STORE,
  ...GERMAN_FILES_OF_STORE,
  ...GERMAN_FIT_OF_STORE,
  ...GERMAN_KEPT_OF_STORE,
  ...GERMAN_LINK_OF_STORE,
  ...GERMAN_VIEWS_OF_STORE,
  ...GERMAN_SESSION_OF_STORE,
  ...GERMAN_WORDS_OF_STORE,
  ...GERMAN_SWEEP_OF_STORE,
  ...GERMAN_CLAIMS_OF_STORE,
  ...GERMAN_BAR_OF_PARTS,
  ...GERMAN_TABLE_OF_PARTS,
  ...GERMAN_CHARTS_OF_PARTS,
  ...GERMAN_CONTROLS_OF_PARTS,
  ...GERMAN_EMBED_OF_PARTS,
  ...GERMAN_FIGURE_MENU_OF_PARTS,
  ...GERMAN_FIGURES_OF_PARTS,
  ...GERMAN_STATES_OF_PARTS,
  ...GERMAN_VIEWS_OF_PARTS,
};
