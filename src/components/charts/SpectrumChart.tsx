import { useCallback } from "react";
import { useCharts } from "../../store/experimentStore";
import { selectSpectrum } from "../../store/spectrumSelectors";
import type { SpectrumLayerModel, SpectrumModel } from "../../store/viewModels";
import { MathSymbol } from "../MathSymbol";
import { Swatch } from "../Swatch";
import { ChartFigure } from "./ChartFigure";
import type { BoxSize } from "./geometry";
import { SpectrumPanel } from "./SpectrumPanel";
import { eigenvalueAxis, layoutPanels, type Panel, pickRidge, ridgeRows } from "./spectrumLayout";

const MOST_LAYERS = 6;

/** Eigenvalues of every run's implied preconditioner, layer by layer, at the current step. */
export function SpectrumChart() {
  const model = useCharts(selectSpectrum);
  const draw = useCallback((size: BoxSize) => <Panels size={size} model={model} />, [model]);
  const keys = model.layers[0]?.curves ?? [];
  return (
    <ChartFigure
      name="Spectrum"
      className="spectrum"
      title={
        <>
          Eigenvalues of <MathSymbol symbol="P" />
        </>
      }
      note={
        keys.length === 0 ? (
          "by layer, log scale"
        ) : (
          <span className="keys">
            {keys.map(({ run, name, token }) => (
              <span key={run}>
                <Swatch token={token} />
                {name}
              </span>
            ))}
          </span>
        )
      }
      summary={model.summary}
    >
      {draw}
    </ChartFigure>
  );
}

function Panels({ size, model }: { size: BoxSize; model: SpectrumModel }) {
  const layers = model.layers.slice(0, MOST_LAYERS);
  const panels = layoutPanels(Math.max(1, layers.length), size);
  const first = panels[0] as Panel;
  const rows = ridgeRows(first.height, size.unit);
  const axis = eigenvalueAxis(layers, first.width / size.unit);
  const ridges = layers.map((layer) => pickRidge(layer.ridge, rows));
  if (layers.length === 0)
    return <SpectrumPanel panel={first} unit={size.unit} axis={axis} curves={[]} ridge={[]} rows={rows} />;
  return (
    <>
      {layers.map((layer, index) => (
        <SpectrumPanel
          key={layer.name}
          panel={panels[index] as Panel}
          unit={size.unit}
          axis={axis}
          curves={layer.curves}
          ridge={ridges[index] ?? []}
          rows={rows}
        />
      ))}
      <PanelTitles size={size} layers={layers} panels={panels} />
    </>
  );
}

/** From about here on the whole label fits over a panel, in units. */
const WIDE = 150;

function PanelTitles({
  size,
  layers,
  panels,
}: {
  size: BoxSize;
  layers: readonly SpectrumLayerModel[];
  panels: Panel[];
}) {
  const u = size.unit;
  return (
    <svg className="layer plot-text" width={size.width} height={size.height} aria-hidden="true">
      {layers.map((layer, index) => {
        const panel = panels[index] as Panel;
        return (
          <text
            key={layer.name}
            className="note"
            x={panel.left + panel.width / 2}
            y={panel.top + 11 * u}
            textAnchor="middle"
          >
            {panel.width / u < WIDE ? shortLabel(layer) : layer.label}
          </text>
        );
      })}
    </svg>
  );
}

function shortLabel({ name, curves }: SpectrumLayerModel): string {
  return curves.some(({ method }) => method === "quadrature") ? `${name}, est.` : name;
}
