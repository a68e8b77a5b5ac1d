import { useCallback } from "react";
import { useCharts } from "../../store/experiment/experimentStore";
import { selectFitWhen } from "../../store/fit/fitSelectors";
import { type ParityModel, selectParity } from "../../store/fit/paritySelectors";
import { paritySummary } from "../../store/fit/parityWords";
import { ChartFigure } from "../charts/figure/ChartFigure";
import { DataTable } from "../charts/figure/DataTable";
import { useChartsInTurn } from "../charts/figure/useChartsInTurn";
import type { BoxSize } from "../charts/geometry/geometry";
import { ParityPanels } from "./ParityPanels";
import "./fit.css";
import "./parity.css";

/** What the runs answer against what they should: a small plot for each, all on the same axes. */
export function ParityFit() {
  const model = useChartsInTurn(selectParity);
  return model ? <Drawn model={model} /> : null;
}

function Drawn({ model }: { model: ParityModel }) {
  const { words, runs } = model;
  const when = useCharts(selectFitWhen);
  const draw = useCallback((size: BoxSize) => <ParityPanels size={size} model={model} />, [model]);
  return (
    <ChartFigure
      name="Fit"
      className="fit parity"
      title={words.title}
      note={when === null ? words.note : `${words.note}; ${when}`}
      summary={paritySummary(words, runs, when)}
      table={<DataTable caption={words.y} xTitle={words.x} series={runs} />}
    >
      {draw}
    </ChartFigure>
  );
}
