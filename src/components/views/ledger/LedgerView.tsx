import type { CSSProperties } from "react";
import { VIEWS } from "../../../config/tables/views";
import { useCharts } from "../../../store/experiment/experimentStore";
import {
  type LedgerModel,
  type LedgerRow,
  passesText,
  selectLedger,
} from "../../../store/views/ledger/ledgerSelectors";
import { formatMs } from "../../../store/words/milliseconds";
import { FigureMenu } from "../../charts/figure/FigureMenu";
import { formatBytes } from "../../charts/geometry/format";
import { RunName } from "../../ui/MathSymbol";
import { Swatch } from "../../ui/Swatch";
import { chartTestId } from "../../ui/testIds";
import "./ledger.css";
import "../views.css";
import "../../comparison/comparison.css";
import "../../charts/figure/figure.css";

const NONE = "–";
const ms = (value: number | null) => (value === null ? NONE : formatMs(value, 2));

/** Passes, milliseconds and bytes of a step of every method, and the meta-step's share of them; live with K. */
export function LedgerView() {
  const model = useCharts(selectLedger);
  return (
    <figure
      aria-label={VIEWS.ledger.title}
      className="chart view ledger wide"
      data-chart="ledger"
      data-testid={chartTestId("ledger")}
    >
      <figcaption>
        <b>{VIEWS.ledger.title}</b>
        <span className="note">
          {`passes over a batch per step: f forward, b backward; light: the meta-step’s ${model.metaStep.forward} f + ${model.metaStep.backward} b, shared by K steps`}
        </span>
      </figcaption>
      <FigureMenu chart="ledger" name={VIEWS.ledger.title} />
      <p className="hidden">{model.summary}</p>
      <table className="race ledger-table">
        <caption>
          Counted: means of the last 100 steps. Milliseconds: medians, measured here. Bytes: tensors kept between steps,
          and how many times the weights that is.
        </caption>
        <thead>
          <tr>
            <th scope="col">Optimizer</th>
            <th scope="col" className="bars-cell">
              Forward and backward passes
            </th>
            <th scope="col">Every step</th>
            <th scope="col">K</th>
            <th scope="col">Meta-step ÷ K</th>
            <th scope="col">Total</th>
            <th scope="col">Counted</th>
            <th scope="col">ms / step</th>
            <th scope="col">ms plain, meta</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <Row key={row.run} row={row} model={model} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Row({ row, model }: { row: LedgerRow; model: LedgerModel }) {
  const { every, meta, total, counted, msPerStep, times, tensorBytes, bytesRatio } = row;
  return (
    <tr>
      <th scope="row">
        <span className="own-name">
          <Swatch token={row.token} variant={row.variant} />
          <RunName name={row.name} />
        </span>
      </th>
      <td className="bars-cell">
        <Bars row={row} most={model.most} />
      </td>
      <td data-k="Every step">{every ? passesText(every) : NONE}</td>
      <td data-k="K">{meta ? meta.interval : NONE}</td>
      <td data-k="Meta-step ÷ K">{meta ? passesText(meta) : NONE}</td>
      <td data-k="Total">{total ? passesText(total) : NONE}</td>
      <td data-k="Counted">{counted ? passesText(counted) : NONE}</td>
      <td data-k="ms / step">{ms(msPerStep)}</td>
      <td data-k="ms plain, meta">{meta ? `${ms(times.plain)}, ${ms(times.meta)}` : ms(times.plain)}</td>
      <td data-k="Bytes">
        {(tensorBytes === null ? NONE : formatBytes(tensorBytes)) +
          (bytesRatio === null ? "" : `, ${bytesRatio.toFixed(1)} ×`)}
      </td>
    </tr>
  );
}

/** Two bars over each other: forward above, backward below; the meta-step's share lighter at the end. */
function Bars({ row: { every, meta, token }, most }: { row: LedgerRow; most: number }) {
  const piece = (passes: number): CSSProperties => ({ width: `${(100 * passes) / most}%` });
  return (
    <span className="pass-bars" aria-hidden="true" style={{ "--c": `var(--opt-${token})` } as CSSProperties}>
      {(["forward", "backward"] as const).map((direction) => (
        <span key={direction} className="pass-bar">
          <i style={piece(every?.[direction] ?? 0)} />
          <i className="shared" style={piece(meta?.[direction] ?? 0)} />
        </span>
      ))}
    </span>
  );
}
