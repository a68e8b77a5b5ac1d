import type { Command, Notice, WorkerEvent } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import { createActions } from "../actions/createActions";
import { startCsv } from "../actions/csvActions";
import type { SeedsControl } from "../actions/host";
import { onDemand } from "../actions/onDemand";
import { takeUp } from "../actions/takeUp";
import type { HeldHost } from "../embed/host";
import { sentLater } from "../embed/sentLater";
import { addNotice, applyEvent, endWait, tellWait } from "../experiment/applyEvent";
import { configureCommand, configured, keepsRuns } from "../experiment/configure";
import { chartStore, type ExperimentStore, experimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { noRestNews, withRestNews } from "../hook/restNews";
import type { Timings } from "../hook/testHook";
import type { Keeper } from "../kept/keeper";
import { WRITER } from "../link/linkParameters";
import { readLink } from "../link/readLink";
import type { RecordedSeat } from "../recorded/recordedSeat";
import { followWithCharts } from "./chartClock";
import { createEventQueue } from "./eventQueue";
import { followWithAddress } from "./followWithAddress";
import { whenWorthKeeping } from "./keeping";
import { followWithChoices, keptChoices } from "./keptChoices";
import { followWithLessons } from "./lessons";
import { offlineLater } from "./offlineLater";
import { onceWanted } from "./onceWanted";
import { type BrowserPage, browserPage } from "./page";
import type { LatestCheckpoint, Recovery } from "./recovery";
import {
  analysisIsSilent,
  analysisStopped,
  goesOnAnew,
  trainerDidNotStart,
  trainerIsSilent,
  trainerStopped,
} from "./sessionNotices";
import { Workers } from "./workers";

declare const __APP_VERSION__: string;

/** The page's stores, or a test's own. */
export interface Stores {
  experiment: ExperimentStore;
  charts: ExperimentStore;
}

/**
 * Opens the experiment that the page's link describes: starts the workers, lets their events into the store, keeps link and
 * theme in step with it, and returns the actions for the controls. Call it once, before the first render. `held`: an embed's host that
 * spoke before.
 */
export function openSession(
  page: BrowserPage = browserPage(),
  stores: Stores = { experiment: experimentStore, charts: chartStore },
  held: HeldHost | null = null,
): Actions {
  const { experiment: store, charts } = stores;
  let rest = noRestNews();
  let isAnalysisGone = false;
  const timings: Timings = { rowsAppliedAt: null, chartsPublishedAt: null, pausedAt: null };
  const link = readLink(page.search());
  const display = { ...link.display, ...keptChoices(page) };
  const empty = { ...initialState(link.config, display, link.speed), focusRun: link.focusRun };
  store.setState(configured(empty, link), true);

  const apply = (events: readonly WorkerEvent[]) => {
    const failure = events.find((event) => event.type === "failure");
    store.setState(events.filter((event) => event !== failure).reduce(applyEvent, store.getState()), true);
    for (const event of events) {
      if (event.type === "csvRead") startCsv(store, workers, event);
      if (event.type === "checkpoint" && event.experiment === store.getState().experiment) {
        latest.of = event;
        keeper?.checkpoint(event.checkpoint);
      }
    }
    const left = failure && recovery ? recovery.after(failure) : failure;
    if (left) store.setState(applyEvent(store.getState(), left), true);
    rest = events.reduce(withRestNews, rest);
    if (events.some(({ type }) => type === "rows")) timings.rowsAppliedAt = page.now();
    if (events.some((event) => event.type === "status" && event.status === "paused")) timings.pausedAt = page.now();
  };
  const queue = createEventQueue(apply, page.requestFrame);
  const fail = (notice: Notice) => queue.push({ type: "failure", experiment: store.getState().experiment, notice });
  const workers = new Workers(page, {
    // A worker that fails before it knows of an experiment speaks of the current one.
    onEvent: (event) =>
      queue.push(
        event.type === "failure" ? { ...event, experiment: event.experiment || store.getState().experiment } : event,
      ),
    onTrainerError(message, hasSpoken) {
      if (store.getState().status !== "failed") fail(hasSpoken ? trainerStopped(message) : trainerDidNotStart(message));
    },
    whyGone: (...silence) => recovery?.whyGone(...silence) ?? null,
    onTrainerGone: (why) => fail(why),
    onAnalysisError(message, isReplaced) {
      isAnalysisGone = true;
      const notice = isReplaced ? goesOnAnew("Measuring spectra", message) : analysisStopped(message);
      store.setState(addNotice({ ...store.getState(), isAnalysisGone: !isReplaced }, notice), true);
    },
    onSilence: (worker, hasSpoken) => {
      const notice = worker === "analysis" ? analysisIsSilent() : trainerIsSilent(hasSpoken);
      store.setState(tellWait(store.getState(), worker, notice, worker === "trainer" ? "retry" : null), true);
    },
    onWord: (worker) => store.setState(endWait(store.getState(), worker), true),
  });
  let send = (command: Command) => workers.send(command);
  let seat: RecordedSeat | null = null;
  let guard = (_: Command): boolean => false;
  const ask = (command: Command) => {
    if (!guard(command)) seat ? seat.send(command) : send(command);
  };
  const openSeat = async () => {
    const { RecordedSeat } = await import("../recorded/recordedSeat");
    const world = { requestFrame: page.requestFrame, now: page.now, send: (command: Command) => send(command) };
    seat ??= new RecordedSeat(store, { ...world, setHyperparam: actions.setHyperparam });
    return seat;
  };
  const sweeps = onDemand(async () => (await import("./sweepWorker")).openSweeps(store, page));
  let seeds: Promise<SeedsControl> | null = null;
  const openSeeds = () => (seeds ??= import("./seedsWorker").then((part) => part.openSeeds(store, page)));
  const archives = onDemand(async () => (await import("./archiveDesk")).openArchiveDesk(store, page, { send: ask }));
  const scenes = onDemand(async () =>
    (await import("./sceneDesk")).openSceneDesk({
      ...{ store, workers, ask, openSeat, after: page.after },
      through(next) {
        send = next;
      },
    }),
  );
  let keeper: Keeper | null = null;
  let recovery: Recovery | null = null;
  const latest: LatestCheckpoint = { of: null };
  onceWanted(
    store,
    ({ status, recorded }) => !recorded && (status === "running" || status === "paused"),
    async () => {
      const { Recovery } = await import("./recovery");
      recovery = new Recovery({
        store,
        latest,
        asked: () => workers.asked,
        send: (command) => send(command),
        now: page.now,
      });
    },
  );
  const actions = createActions(store, {
    keeper: () => keeper,
    send: ask,
    trainHere: () => seat?.trainHere(),
    openSaved: async (saved) => (await openSeat()).openSaved(saved),
    endWorkers: () => workers.end(),
    takeUpdate: offlineLater(store, page),
    recover: (backend) => recovery?.byHand(backend) ?? false,
    sweeps: (act) =>
      void sweeps(act).catch(() => store.setState({ sweepMap: { ...store.getState().sweepMap, status: "failed" } })),
    reviveAnalysis: () => workers.reviveAnalysis(),
    seeds: (act) => void openSeeds().then(act),
    archives: (act) => void archives(act), // an effect may hand on what an action gives
    scenes: (act) => void scenes(act),
    now: page.now,
    newSeed: page.randomSeed,
    address: page.address,
    copyText: page.copyText,
    saveFile: page.saveFile,
  });

  store.subscribe(({ status, seedBand, display: { seedCount } }) => {
    // a link asks for them; nothing is trained before Play
    if (status === "running" && seedCount > 0 && seedBand.status === "none" && !seeds) actions.trainSeeds(seedCount);
  });
  const lookForArchives = ({ archives: { asking, isLooked } }: ExperimentState) => {
    if (asking && !isLooked) archives((control) => void control.look());
  };
  store.subscribe(lookForArchives);
  followWithCharts(store, charts, page, () => {
    timings.chartsPublishedAt = page.now();
  });
  followWithAddress(store, page);
  followWithChoices(store, page);
  followWithLessons(store, page, ask);
  onceWanted(
    store,
    ({ display: { openViews } }) => openViews.includes("landscape"),
    async () => (await import("./landscapeWorker")).followWithLandscape(store, page),
  );
  const search = page.search();
  if (search.includes(`${WRITER}=`))
    void import("../link/olderLink").then(({ versionNote }) => {
      const note = versionNote(search, link.config, __APP_VERSION__);
      if (note) store.setState(addNotice(store.getState(), { level: "info", ...note }), true);
    });
  if (keepsRuns(display))
    whenWorthKeeping(store, page, async () => {
      const { keepRuns } = await import("../kept/keepRuns");
      page.keepChoice("kept", "1");
      keeper = await keepRuns(store, {
        after: page.after,
        takeUp: (state, checkpoint) => takeUp(store, workers, state, checkpoint),
      });
    });
  if (link.display.layout === "embed") {
    send = sentLater(async () => {
      const [{ openEmbed }, { testStateOf }] = await Promise.all([
        import("../embed/embedSession"),
        import("../hook/hookState"),
      ]);
      const readState = () => testStateOf(store.getState());
      return openEmbed({
        ...{ ...page, store, actions, workers, readState, ask, isCalm: page.prefersCalm(), held },
        guardCommands(by) {
          guard = by;
        },
      });
    });
  } else {
    page.onHidden(() => {
      const { status, display } = store.getState();
      if (status !== "running" || display.mode !== "normal") return;
      actions.pause();
      // where its script does not come, the race stays paused
      void import("./hiddenTab").then(({ goOnWhenSeen }) => goOnWhenSeen(store, actions, page)).catch(() => {});
    });
  }
  if (link.display.mode === "test") {
    const host = { store, charts, actions, requestFrame: page.requestFrame, whenIdle: page.whenIdle };
    const news = { timings: () => timings, rest: () => rest, isAnalysisGone: () => isAnalysisGone };
    const places = { areWorkersOpen: () => workers.areOpen, send: ask };
    void import("../hook/openTestHook").then(({ openTestHook }) =>
      page.exposeTestHook(openTestHook({ ...host, ...news, ...places })),
    );
  }
  if (display.scenes) scenes((control) => void control.openLink());
  else if (wantsRecording(store.getState())) {
    const { experiment } = store.getState();
    void openSeat().then((opened) => opened.open(experiment));
  } else {
    const command = configureCommand(store.getState());
    if (command) send(command);
    lookForArchives(store.getState());
  }
  return actions;
}

/** Whether the link asks for a recording: an embed of a preset does, unless it says otherwise. */
function wantsRecording({ display: { embed, layout }, preset }: ExperimentState): boolean {
  if (embed.trace !== null) return true;
  return embed.start === null ? layout === "embed" && preset !== null : embed.start !== "empty";
}
