import { selectPrinted } from "../../store/bar/printedSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { MathText } from "../ui/MathSymbol";
import { useMediaQuery } from "../ui/useMediaQuery";
import "./printed.css";

/** On paper, in the place of bar and controls: the experiment in words, and the link that trains it again. Nothing on a screen. */
export function PrintedWords() {
  return useMediaQuery("print") ? <Words /> : null;
}

function Words() {
  const { race, runs, moves, link } = useExperiment(selectPrinted);
  return (
    <section className="printed" aria-label="Settings">
      <h2>APO Lab</h2>
      <p>{race}</p>
      <dl>
        {runs.map(({ run, name, settings }) => (
          <div key={run}>
            <dt>
              <MathText text={name} />
            </dt>
            <dd>
              <MathText text={settings} />
            </dd>
          </div>
        ))}
        {moves.length > 0 ? (
          <div>
            <dt>Moves</dt>
            <dd>
              <MathText text={moves.join("; ")} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Link</dt>
          <dd className="printed-link">{`${location.origin}${location.pathname}${link}`}</dd>
        </div>
      </dl>
    </section>
  );
}
