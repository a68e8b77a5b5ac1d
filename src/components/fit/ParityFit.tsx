import { useCallback } from "react";
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
  const { words, domain, runs, when } = model;
  const draw = useCallback(
    (size: BoxSize) => <ParityPanels size={size} words={words} domain={domain} runs={runs} />,
    [words, domain, runs],
  );
  return (
    <ChartFigure
      chart="fit"
      name="Fit"
      className="fit parity"
      title={words.title}
      note={when === null ? words.note : `${words.note}; ${when}`}
      summary={paritySummary(model)}
      table={<DataTable caption={words.y} xTitle={words.x} series={runs} />}
    >
      {draw}
    </ChartFigure>
  );
}
