import type { RecordedColumn, Recording } from "../../store/charts/recording";
import { BarButton } from "../bar/BarButton";
import { TransportGroup } from "../bar/TransportGroup";
import { FigureFrame } from "../charts/figure/FigureFrame";
import { FIGURES } from "../charts/figure/figures";
import { RecordedLines, recordedNote, recordedSummary } from "../charts/time/RecordedLines";
import { ControlsAside } from "../controls/ControlsAside";
import { PHONE, useMediaQuery } from "../ui/useMediaQuery";
import { FirstPicture } from "./FirstPicture";
import type { PictureHandover } from "./lab";
import { PageSkeleton } from "./PageSkeleton";
import "./first.css";
import "../page.css";
import "../bar/bar.css";
import "../controls/controls.css";
import "../charts/spectrum/spectrum.css";
import "../charts/objective/objective.css";

interface FirstPageProps {
  /** null: of another experiment than the link's, or not here yet. */
  recording: Recording | null;
  /** Why the rest of the page does not come. */
  failure: string | null;
  /** Hears what is moved in the picture. */
  onMoved: (part: Partial<PictureHandover>) => void;
}

const NOTHING_YET = "Nothing is trained yet.";

/** The page before its script is here: everything in its place, the picture to be moved, and a recorded run in the charts of loss and rate. */
export function FirstPage({ recording, failure, onMoved }: FirstPageProps) {
  const isPhone = useMediaQuery(PHONE);
  return (
    <PageSkeleton
      state="first"
      transport={<TransportGroup>{isPhone ? <BarButton button="controls" disabled /> : null}</TransportGroup>}
      controls={<ControlsAside />}
      picture={<FirstPicture recording={recording} onMoved={onMoved} />}
      figures={{
        loss: <FirstLines recording={recording} figure="loss" column="trainLoss" />,
        objective: <FigureFrame {...FIGURES.objective} summary={NOTHING_YET} />,
        learningRate: <FirstLines recording={recording} figure="learningRate" column="learningRate" />,
        spectrum: <FigureFrame {...FIGURES.spectrum} summary={NOTHING_YET} />,
      }}
    >
      <p className={failure ? "first-failure" : "hidden"} role={failure ? "alert" : "status"}>
        {failure ?? "The rest of the page is loading."}
      </p>
    </PageSkeleton>
  );
}

interface FirstLinesProps {
  recording: Recording | null;
  figure: "loss" | "learningRate";
  column: RecordedColumn;
}

function FirstLines({ recording, figure, column }: FirstLinesProps) {
  return (
    <FigureFrame
      {...FIGURES[figure]}
      note={recording ? recordedNote(recording) : null}
      summary={recording ? recordedSummary(recording, column) : NOTHING_YET}
    >
      {(size) =>
        recording ? (
          <RecordedLines size={size} recording={recording} column={column} yScale="log" isSmooth={false} />
        ) : null
      }
    </FigureFrame>
  );
}
