import { selectKnobs } from "../../store/controls/knobSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { FocusChoice } from "./FocusChoice";
import { Knob } from "./Knob";
import { RateKnobs } from "./RateKnobs";
import "./controlPanel.css";

/** The live controls of the focus run: each move acts in the run's next step. */
export function KnobPanel() {
  const { focusRun, choices, knobs } = useExperiment(selectKnobs);
  return (
    <section aria-labelledby="live-heading">
      <h2 id="live-heading" className="block-heading">
        Live
        {choices.length > 1 ? (
          <FocusChoice choices={choices} focusRun={focusRun} />
        ) : (
          <span className="aside">used from the next step</span>
        )}
      </h2>
      {focusRun === null ? (
        <p className="look">No method here has a λ to move while it trains. Add APO in Settings.</p>
      ) : (
        knobs.map((knob) => <Knob key={`${focusRun} ${knob.name}`} knob={knob} run={focusRun} />)
      )}
      <RateKnobs />
    </section>
  );
}
