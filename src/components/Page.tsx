import { type ReactNode, useEffect, useRef } from "react";
import { KNOB_PARTS, PAGE_PARTS } from "../config/tables/walk";
import { isSmoothed, splitDrawn } from "../store/charts/taskChoices";
import { useExperiment } from "../store/experiment/experimentStore";
import { selectPointedAt } from "../store/views/lookahead/walkSelectors";
import { ArchiveCard } from "./archive/ArchiveCard";
import { Article } from "./article/Article";
import { WordPlace } from "./article/glossary/WordPlace";
import { BarButton } from "./bar/BarButton";
import { Counters } from "./bar/Counters";
import { PageTools } from "./bar/PageTools";
import { Printed } from "./bar/Printed";
import { Setup } from "./bar/Setup";
import { Transport } from "./bar/Transport";
import { OnScreen } from "./charts/figure/OnScreen";
import { ObjectiveChart } from "./charts/objective/ObjectiveChart";
import { SpectrumChart } from "./charts/spectrum/SpectrumChart";
import { ChartToolbar } from "./charts/time/ChartToolbar";
import { LearningRateChart } from "./charts/time/LearningRateChart";
import { LossChart } from "./charts/time/LossChart";
import type { LossLook } from "./charts/time/lossLook";
import { ComparisonTable } from "./comparison/ComparisonTable";
import { ControlPanel } from "./controls/ControlPanel";
import { CsvCard } from "./csv/CsvCard";
import { DropTarget } from "./csv/DropTarget";
import { PageSkeleton } from "./first/PageSkeleton";
import { FitFigure } from "./fit/FitFigure";
import { PageDialog } from "./PageDialog";
import { LabPicture } from "./picture/LabPicture";
import { Scrubber } from "./scrubber/Scrubber";
import { Boundary } from "./states/Boundary";
import { DeviceBadge } from "./states/DeviceBadge";
import { LoadingCard } from "./states/LoadingCard";
import { Notices } from "./states/Notices";
import { useActions } from "./ui/actionsContext";
import { Later } from "./ui/Later";
import { PageWaysProvider } from "./ui/pageWays";
import { PHONE, useMediaQuery } from "./ui/useMediaQuery";
import { usePointedAt } from "./ui/usePointedAt";
import { type PageOverlays, usePageOverlays } from "./usePageOverlays";
import { usePageShortcuts } from "./usePageShortcuts";
import { Views } from "./views/Views";
import "./page.css";

const onScreen = (figure: ReactNode) => (
  <Boundary around="figure">
    <OnScreen>{figure}</OnScreen>
  </Boundary>
);

const fetchSpoken = async () => (await import("./states/SpokenChanges")).SpokenChanges;
const fetchAccuracy = async () => (await import("./charts/time/AccuracyChart")).AccuracyChart;

const fetchLessons = async () => (await import("./lessons/Lessons")).Lessons;

/** The whole page: bar, controls, charts, comparison, article. */
export function Page() {
  const overlays = usePageOverlays();
  const language = useExperiment((state) => state.display.language);
  return (
    <PageWaysProvider value={overlays.ways}>
      <PageParts key={language} {...overlays} />
    </PageWaysProvider>
  );
}

function PageParts({ overlay, setOverlay, asked }: PageOverlays) {
  const actions = useActions();
  const yScale = useExperiment((state) => state.display.axes.loss.y);
  const isSmooth = useExperiment(isSmoothed);
  const look: LossLook = { yScale, isSmooth };
  const setLook = (next: LossLook) => {
    actions.setAxes("loss", { y: next.yScale });
    if (next.isSmooth !== isSmooth) actions.setSmoothing(next.isSmooth ? "on" : "off");
  };
  const isAccuracy = useExperiment((state) => splitDrawn(state) === "accuracy");
  const isToolbarPointedAt = usePointedAt("toolbar");
  const hasLesson = useExperiment((state) => state.display.lesson !== null);
  const isPhone = useMediaQuery(PHONE);
  const isDrawerOpen = isPhone && overlay === "drawer";
  const close = () => setOverlay(null);
  const isTalking = useExperiment(({ display }) => display.scenes !== null);
  useEffect(() => {
    if (isTalking) setOverlay(null);
  }, [isTalking, setOverlay]);
  const hasTrained = useExperiment(({ step }) => step > 0);
  const asksForFile = useExperiment(({ csv, archives }) => csv.isAsking || archives.asking !== null);
  useEffect(() => {
    if (asksForFile) setOverlay((open) => (open === "drawer" ? null : open)); // the drawer would cover the card
  }, [asksForFile, setOverlay]);
  const isWalking = useExperiment((state) => state.display.walkStage !== null);
  const isKnobPointedAt = useExperiment((state) => selectPointedAt(state).some((part) => KNOB_PARTS.includes(part)));
  const drawerButton = useRef<HTMLButtonElement>(null);
  /** And what was opened in its place: the button that leads back to it has the focus then. */
  const closeDrawer = () => {
    close();
    drawerButton.current?.focus();
  };
  usePageShortcuts({
    toggleLog: () => actions.setAxes("loss", { y: yScale === "log" ? "linear" : "log" }),
    openHelp: () => setOverlay("help"),
    close: isDrawerOpen ? closeDrawer : isWalking ? () => actions.walkTo(null) : null,
  });
  return (
    <PageSkeleton
      state={isDrawerOpen ? "drawer-open" : ""}
      skip={
        <a className="skip" href="#article">
          Skip to the article
        </a>
      }
      transport={
        <Transport>
          {isPhone ? (
            <BarButton
              button="controls"
              ref={drawerButton}
              aria-expanded={isDrawerOpen}
              aria-controls="controls"
              data-pointed={isKnobPointedAt || undefined}
              onClick={() => setOverlay(isDrawerOpen ? null : "drawer")}
            />
          ) : null}
        </Transport>
      }
      tools={
        <>
          <Counters hasEnd={!isPhone} />
          {isPhone ? null : <Setup />}
          <PageTools onHelp={() => setOverlay("help")} />
        </>
      }
      controls={
        <ControlPanel
          isPhone={isPhone}
          isOpen={isDrawerOpen}
          onSettings={() => setOverlay("settings")}
          onEmbed={() => setOverlay("embed")}
          onKept={() => setOverlay("kept")}
          onPresent={() => setOverlay("present")}
          onPoster={() => setOverlay("poster")}
          onScenes={() => setOverlay("scenes")}
        />
      }
      notices={
        <>
          {hasLesson ? (
            <Boundary around="figure">
              <Later fetchPart={fetchLessons} late={null} />
            </Boundary>
          ) : null}
          <Printed />
          <Notices />
        </>
      }
      picture={<LabPicture />}
      figures={{
        loss: onScreen(isAccuracy ? <Later fetchPart={fetchAccuracy} late={null} /> : <LossChart />),
        objective: onScreen(<ObjectiveChart />),
        learningRate: onScreen(<LearningRateChart />),
        spectrum: onScreen(<SpectrumChart />),
      }}
      cards={
        <>
          <LoadingCard />
          <CsvCard />
          <ArchiveCard />
        </>
      }
      overlays={
        <>
          <PageDialog id="settings" isOpen={overlay === "settings"} onClose={closeDrawer} />
          <PageDialog id="embed" isOpen={overlay === "embed"} onClose={closeDrawer} />
          <PageDialog id="scenes" isOpen={overlay === "scenes"} onClose={closeDrawer} />
          <PageDialog id="talk" isOpen={isTalking} onClose={actions.endScenes} />
          <PageDialog id="present" isOpen={overlay === "present"} onClose={closeDrawer} />
          <PageDialog id="kept" isOpen={overlay === "kept"} onClose={closeDrawer} />
          <PageDialog id="poster" isOpen={overlay === "poster"} onClose={closeDrawer} />

          <PageDialog id="help" isOpen={overlay === "help"} onClose={close} />
          <PageDialog id="glossary" isOpen={overlay === "glossary"} onClose={close} />
          <DropTarget />
          <WordPlace asked={asked} />
          {hasTrained ? <Later fetchPart={fetchSpoken} late={null} /> : null}
        </>
      }
    >
      <Scrubber />
      <div id={PAGE_PARTS.toolbar.anchor} className="under-charts" data-pointed={isToolbarPointedAt}>
        <DeviceBadge />
        <ChartToolbar look={look} onLook={setLook} />
      </div>
      {onScreen(<FitFigure />)}
      <Boundary around="figure">
        <ComparisonTable />
      </Boundary>
      <Views />
      <Article />
    </PageSkeleton>
  );
}
