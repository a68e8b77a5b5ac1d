import { ViewPanel } from "../../components/views/ViewPanel";
import type { ViewId } from "../../config/tables/views";
import { type CaseGroup, type GalleryCase, stillGoing, untilReady } from "../galleryCase";
import { withNetworkOf } from "../models/networks";
import type { ModelName } from "../models/recipes";
import { startSweep } from "../playCase";

const view = (id: ViewId, name: string, model: ModelName, part: Partial<GalleryCase> = {}): GalleryCase => {
  return {
    name: `view-${id}${name}`,
    model,
    look: `views=${id}`,
    draw: () => (
      <div className="open-views">
        <ViewPanel view={id} />
      </div>
    ),
    room: "column",
    ...part,
  };
};

/** The eight views open: with data, before there are any, and where there are none by nature. */
export const VIEW_CASES: CaseGroup = {
  topic: "views",
  hasSnapshots: true,
  cases: [
    view("lookahead", "", "sine"),
    view("lookahead", "-surface", "spirals"),
    view("lookahead", "-waiting", "sine", { heard: (events) => untilReady(events).filter(isNoLookahead) }),
    view("lookahead", "-walk-1", "sine", { act: (actions) => actions.walkTo(1) }),
    view("lookahead", "-walk-3", "sine", { act: (actions) => actions.walkTo(3) }),
    view("lookahead", "-walk-5", "sine", { act: (actions) => actions.walkTo(5) }),
    view("lookahead", "-absent", "alone"),
    view("effect", "", "sine"),
    view("effect", "-no-moves", "spirals"),
    view("effect", "-absent", "alone"),
    view("gap", "", "linear"),
    view("gap", "-of-a-network", "sine"),
    view("gap", "-empty", "linear", { heard: untilReady }),
    view("gap", "-absent", "images"),
    view("spectrum", "", "linear"),
    view("spectrum", "-one-layer", "sine", { look: "views=spectrum&layer=dense2" }),
    view("spectrum", "-empty", "linear", { heard: untilReady }),
    view("network", "", "sine"),
    view("network", "-lenet", "images", { heard: withNetworkOf("lenet"), look: "views=network&layer=conv2" }),
    view("network", "-resnet", "images", { heard: withNetworkOf("resnet18"), look: "views=network&layer=batchNorm3" }),
    view("network", "-transformer", "images", {
      heard: withNetworkOf("transformer"),
      look: "views=network,spectrum&layer=attention2.k",
    }),
    view("network", "-waiting", "sine", { heard: () => [] }),
    view("landscape", "", "sine"),
    view("landscape", "-start", "sine", { act: (actions) => actions.setLandscapeStep(0) }),
    view("landscape", "-waiting", "linear"),
    view("ledger", "", "sine"),
    view("ledger", "-empty", "sine", { heard: untilReady }),
    view("ledger", "-thirteen-runs", "thirteen"),
    view("sweepMap", "", "linear", { act: startSweep("all") }),
    view("sweepMap", "-rates", "linear", {
      act: startSweep("all", (actions) => actions.setSweepShows("learningRate")),
    }),
    view("sweepMap", "-running", "linear", { heard: stillGoing, act: startSweep("half") }),
    view("sweepMap", "-cancelled", "linear", { act: startSweep("half", (actions) => actions.cancelSweep()) }),
    view("sweepMap", "-none", "linear"),
    view("sweepMap", "-absent", "alone"),
  ],
};

const isNoLookahead = ({ type }: { type: string }) => type !== "lookahead";
