import { selectTransport } from "../../store/bar/barSelectors";
import { selectEmbed } from "../../store/embed/embedSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { BarButton } from "../bar/BarButton";
import { PLAY_BUTTONS } from "../bar/barButtons";
import { Knob } from "../controls/Knob";
import { Scrubber } from "../scrubber/Scrubber";
import { useActions } from "../ui/actionsContext";
import { EmbedReadouts } from "./EmbedReadouts";
import "./embed.css";

/** The chosen controls in their order, and what those that are hidden stand at. */
export function EmbedControls() {
  const actions = useActions();
  const controls = useExperiment((state) => state.display.embed.controls);
  const { playLabel, canPlay, canStep, canReset, step } = useExperiment(selectTransport);
  const { isOver, focusRun, sliders, readOuts } = useExperiment(selectEmbed);
  const buttons = controls.map((control) => {
    switch (control) {
      case "play":
        return isOver && playLabel === "Play" ? (
          <BarButton key="play" button="playAgain" disabled={!canPlay} onClick={actions.playAgain} />
        ) : (
          <BarButton key="play" button={PLAY_BUTTONS[playLabel]} disabled={!canPlay} onClick={actions.togglePlay} />
        );
      case "step":
        return <BarButton key="step" button="step" disabled={!canStep || isOver} onClick={actions.step} />;
      case "reset":
        return <BarButton key="reset" button="reset" disabled={!canReset} onClick={actions.reset} />;
      default:
        return null;
    }
  });
  return (
    <>
      {controls.includes("scrub") ? <Scrubber /> : null}
      <div className="embed-row">
        {buttons}
        {focusRun === null ? null : sliders.map((knob) => <Knob key={knob.name} knob={knob} run={focusRun} compact />)}
        <EmbedReadouts settings={readOuts} step={step} />
      </div>
    </>
  );
}
