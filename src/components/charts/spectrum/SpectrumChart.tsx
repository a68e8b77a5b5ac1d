import { memo, useCallback, useMemo } from "react";
import type { SpectrumCurve, SpectrumLayerModel, SpectrumModel } from "../../../store/views/spectrum/spectrumModels";
import { selectSpectrum } from "../../../store/views/spectrum/spectrumSelectors";
import { ChartFigure } from "../figure/ChartFigure";
import { FigureTable } from "../figure/FigureTable";
import { FIGURES } from "../figure/figures";
import { useChartsInTurn } from "../figure/useChartsInTurn";
import type { BoxSize } from "../geometry/geometry";
import { footTitlePlace, panelTitlePlace } from "../geometry/panelPlaces";
import { widest } from "../geometry/textWidth";
import { useStableFrame } from "../geometry/useStableFrame";
import { IdealKey, idealKeyHeight } from "./IdealKey";
import { SpectrumKeys } from "./SpectrumKeys";
import { SpectrumPanel } from "./SpectrumPanel";
import {
  eigenvalueAxis,
  layoutPanels,
  PANEL_GAP,
  type Panel,
  panelFrame,
  pickRidge,
  ridgeBase,
  ridgeRows,
} from "./spectrumLayout";
import { spectrumTable } from "./spectrumTable";
import "./spectrum.css";

const MOST_PANELS = 8;
const NONE: readonly never[] = [];

/** Eigenvalues of every run's implied preconditioner, of all layers and of each, at the current step, and the ideal ones. */
export function SpectrumChart() {
  const model = useChartsInTurn(selectSpectrum);
  const draw = useCallback((size: BoxSize) => <Panels size={size} model={model} />, [model]);
  const keys = model.layers[0]?.curves ?? NONE;
  const note = useCallback(
    (size: BoxSize) => (keys.length === 0 ? "by layer, log scale" : <SpectrumKeys size={size} curves={keys} />),
    [keys],
  );
  return (
    <ChartFigure
      {...FIGURES.spectrum}
      className={`${FIGURES.spectrum.className} ${model.layers.length > 1 ? "many" : ""}`}
      note={note}
      part="spectrum"
      summary={model.summary}
      table={<FigureTable model={model.layers} read={spectrumTable} />}
    >
      {draw}
    </ChartFigure>
  );
}

/** Where the panels stand for what a model holds, and what they share. */
function layoutOf(model: SpectrumModel, size: BoxSize) {
  const layers = model.layers.slice(0, MOST_PANELS);
  const ideals = layers.find((layer) => layer.ideals.length > 0)?.ideals ?? NONE;
  const panels = layoutPanels(Math.max(1, layers.length), size, idealKeyHeight(ideals.length, size));
  const first = panels[0] as Panel;
  return { layers, ideals, panels, first, rows: ridgeRows(first.height, size.unit) };
}

function Panels({ size, model }: { size: BoxSize; model: SpectrumModel }) {
  const { layers, ideals, panels, rows } = layoutOf(model, size);
  const ridges = layers.map((layer) => pickRidge(layer.ridge, rows));
  return (
    <>
      {panels.map((_, index) => (
        <LayerPanel key={layers[index]?.name ?? ""} index={index} size={size} />
      ))}
      {layers.length > 0 ? (
        <PanelWords size={size} layers={layers} panels={panels} ridges={ridges} step={model.step} part={model.part} />
      ) : null}
      <IdealKey size={size} forms={ideals} />
    </>
  );
}

/** One panel, drawn in a turn of its own: all of them together would be the longest task of the page. */
const LayerPanel = memo(function LayerPanel({ index, size }: { index: number; size: BoxSize }) {
  const model = useChartsInTurn(selectSpectrum);
  const { layers, panels, first, rows } = layoutOf(model, size);
  const axis = eigenvalueAxis(layers, first.width / size.unit);
  const frame = useStableFrame(panelFrame(first, size.unit, axis));
  const layer = layers[index];
  const ridge = useMemo(() => (layer ? pickRidge(layer.ridge, rows) : NONE), [layer, rows]);
  return (
    <SpectrumPanel
      panel={panels[index] ?? first}
      frame={frame}
      curves={layer?.curves ?? NONE}
      ideals={layer?.ideals ?? NONE}
      ridge={ridge}
    />
  );
});

/** Between the names of two panels, in units. */
const NAME_GAP = 4;

/** The names of layers over panels of so many units: all of them as long as the longest of them fits. */
function labelsFor(layers: readonly SpectrumLayerModel[], width: number): readonly string[] {
  const lengths = layers[0]?.labels.map((_, at) => layers.map(({ labels }) => labels[at] ?? "")) ?? [];
  return lengths.find((labels) => widest(labels, "tick") + NAME_GAP <= width) ?? lengths.at(-1) ?? [];
}

interface PanelWordsProps {
  size: BoxSize;
  layers: readonly SpectrumLayerModel[];
  panels: readonly Panel[];
  ridges: readonly (readonly SpectrumCurve[])[];
  step: number | null;
  part: string | null;
}

/** Layer names over the panels, steps beside the ridge of the first, and what the axis counts. */
function PanelWords({ size, layers, panels, ridges, step, part }: PanelWordsProps) {
  const { width, height, unit: u } = size;
  const first = panels[0];
  const names = labelsFor(layers, (first?.width ?? 0) / u + PANEL_GAP);
  return (
    <svg className="layer plot-text" width={width} height={height} aria-hidden="true">
      {layers.map((layer, index) => {
        const panel = panels[index];
        return panel ? (
          <text
            key={layer.name}
            className="note"
            x={panel.left + panel.width / 2}
            y={panel.top + panelTitlePlace(size).y}
            textAnchor="middle"
          >
            {names[index]}
          </text>
        ) : null;
      })}
      {first && ridges[0] ? <StepLabels panel={first} unit={u} ridge={ridges[0]} step={step} /> : null}
      <text
        {...footTitlePlace(size, first?.left ?? 0, first ? width : 0, 3)}
      >{`eigenvalue${part ? `, ${part}` : ""}`}</text>
    </svg>
  );
}

interface StepLabelsProps {
  panel: Panel;
  unit: number;
  ridge: readonly SpectrumCurve[];
  step: number | null;
}

function StepLabels({ panel, unit, ridge, step }: StepLabelsProps) {
  const right = panel.left - 8 * unit;
  const rows = [...ridge.map((curve, row) => ({ step: curve.step, up: ridge.length - row })), { step, up: 0 }];
  return (
    <>
      <text x={right} y={panel.top + panelTitlePlace({ unit }).y} textAnchor="end">
        step
      </text>
      {rows.map((row) =>
        row.step === null || row.up % 2 === 1 ? null : (
          <text key={row.up} x={right} y={ridgeBase(panel, unit, row.up) + 4 * unit} textAnchor="end">
            {row.step}
          </text>
        ),
      )}
    </>
  );
}
