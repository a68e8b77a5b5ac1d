import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import { useCharts } from "../../../store/experiment/experimentStore";
import { RunName } from "../../ui/MathSymbol";
import { Swatch } from "../../ui/Swatch";
import { fittingRows, type LabelRows } from "./placeLabels";
import "./restOfRuns.css";

interface NamedRun {
  run: string;
  name: string;
  token: string;
  variant: number;
}

/** "and 8 more": opens a list of the runs that a figure has no room to name. Esc closes it, and going elsewhere. */
export function RestOfRuns({ runs }: { runs: readonly NamedRun[] }) {
  const details = useRef<HTMLDetailsElement>(null);
  if (runs.length === 0) return null;
  const close = () => details.current?.removeAttribute("open");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !details.current?.open) return;
    event.stopPropagation();
    close();
    details.current.querySelector("summary")?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!details.current?.contains(relatedTarget)) close();
  };
  return (
    <details ref={details} className="rest-of-runs" onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary>
        <span>{`and ${runs.length} more`}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
      <ul tabIndex={0} aria-label="Runs not named in the figure">
        {runs.map(({ run, name, token, variant }) => (
          <li key={run}>
            <Swatch token={token} variant={variant} />
            <RunName name={name} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface RestBesideProps {
  runs: readonly NamedRun[];
  rows: LabelRows;
  /** Height of the plot with all around it, in pixels. */
  height: number;
}

/** The rest of the runs named right of a plot, in the row that their labels leave free. */
export function RestBesidePlot({ runs, rows, height }: RestBesideProps) {
  const pointed = useCharts((state) => state.display.pointedRun);
  const { rest } = fittingRows(runs, rows, pointed);
  return (
    <div className="rest-beside" style={{ bottom: height - rows.bottom - rows.gap / 2, lineHeight: `${rows.gap}px` }}>
      <RestOfRuns runs={rest} />
    </div>
  );
}
