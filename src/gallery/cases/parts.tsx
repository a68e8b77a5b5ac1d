import { ArticleBody } from "../../components/article/ArticleBody";
import { Counters } from "../../components/bar/Counters";
import { PageTools } from "../../components/bar/PageTools";
import { Setup } from "../../components/bar/Setup";
import { TopBar } from "../../components/bar/TopBar";
import { Transport } from "../../components/bar/Transport";
import { ChartToolbar } from "../../components/charts/time/ChartToolbar";
import { ComparisonTable } from "../../components/comparison/ComparisonTable";
import { ControlPanel } from "../../components/controls/ControlPanel";
import { Scrubber } from "../../components/scrubber/Scrubber";
import { DeviceBadge } from "../../components/states/DeviceBadge";
import { PHONE, useMediaQuery } from "../../components/ui/useMediaQuery";
import { Views } from "../../components/views/Views";
import { type CaseGroup, type GalleryCase, stillGoing, untilReady, withStatus } from "../galleryCase";

type Build = (name: string, model: GalleryCase["model"], part?: Partial<GalleryCase>) => GalleryCase;

const build =
  (prefix: string, room: GalleryCase["room"], draw: GalleryCase["draw"]): Build =>
  (name, model, part = {}) => ({ name: prefix + name, model, room, draw, ...part });

const nothing = () => {};

function Bar() {
  const isPhone = useMediaQuery(PHONE);
  return (
    <TopBar transport={<Transport />}>
      <Counters />
      {isPhone ? null : <Setup />}
      <PageTools onHelp={nothing} />
    </TopBar>
  );
}

/** Beside the charts, or on a phone the open drawer. */
function Panel() {
  const isPhone = useMediaQuery(PHONE);
  const panel = (
    <ControlPanel
      isPhone={isPhone}
      isOpen={isPhone}
      onSettings={nothing}
      onEmbed={nothing}
      onKept={nothing}
      onPresent={nothing}
      onScenes={nothing}
      onPoster={nothing}
    />
  );
  return isPhone ? <div className="app drawer-open">{panel}</div> : panel;
}

const bar = build("bar", "page", () => <Bar />);
const panel = build("controls", "panel", () => <Panel />);
const scrubber = build("scrubber", "column", () => <Scrubber />);
const comparison = build("comparison", "column", () => <ComparisonTable />);
const under = build("toolbar", "column", () => (
  <div className="under-charts">
    <DeviceBadge />
    <ChartToolbar look={{ yScale: "log", isSmooth: true }} onLook={nothing} />
  </div>
));
const article = build("article", "column", () => (
  <article>
    <ArticleBody />
  </article>
));

/** The bar and its transport in each state, the controls, the scrubber, the comparison. */
export const PANEL_CASES: CaseGroup = {
  topic: "panels",
  hasSnapshots: false,
  cases: [
    bar("-loading", "sine", { heard: () => [] }),
    bar("-idle", "sine", { heard: untilReady }),
    bar("-running", "sine", { heard: withStatus("running") }),
    bar("-paused", "sine"),
    bar("-no-meta-step", "alone"),
    bar("-finished", "linear"),
    bar("-failed", "lost"),
    bar("-needs-file", "csv", { heard: () => [] }),
    panel("", "sine"),
    panel("-no-knobs", "alone"),
    panel("-csv", "csv"),
    panel("-walk", "sine", { act: (actions) => actions.walkTo(3) }),
    scrubber("", "sine"),
    scrubber("-empty", "sine", { heard: untilReady }),
    scrubber("-past-step", "sine", { act: (actions) => actions.scrubTo(30) }),
    under("", "sine"),
    under("-before-a-device", "sine", { heard: () => [] }),
    { name: "view-bar", model: "sine", look: "views=", room: "column", draw: () => <Views /> },
    comparison("", "sine"),
    comparison("-empty", "sine", { heard: untilReady }),
    comparison("-hidden-runs", "sine", { look: "off=adam,kfac" }),
    comparison("-diverged", "diverged"),
    comparison("-grid", "grid", { heard: stillGoing }),
    comparison("-thirteen-runs", "thirteen"),
  ],
};

/** The article and the numbers in it. */
export const ARTICLE_CASES: CaseGroup = {
  topic: "article",
  hasSnapshots: false,
  cases: [article("", "sine"), article("-no-apo", "alone"), article("-empty", "sine", { heard: untilReady })],
};
