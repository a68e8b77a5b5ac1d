import { type KeyboardEvent, type RefObject, useRef } from "react";
import type { Lambdas } from "../../../config/tables/lambdas";
import { cellBeside, lambdaAtPlace, placeOfLambda } from "../../../store/views/sweepMap/sweepAxis";
import type { SweepMapModel, SweepPointModel } from "../../../store/views/sweepMap/sweepSelectors";
import { cellText } from "../../../store/views/sweepMap/sweepWords";
import { useActions } from "../../ui/actionsContext";
import { SliderInput } from "../../ui/Slider";
import type { MapPlace } from "./mapLayout";
import "./sweepMap.css";

interface Move {
  name: keyof Lambdas;
  /** Cells; infinite to an end. */
  by: number;
}

/** Left and right move along one axis, up and down along the other, whichever slider has the focus. */
const MOVES: Record<string, Move> = {
  ArrowRight: { name: "lambdaFsd", by: 1 },
  ArrowLeft: { name: "lambdaFsd", by: -1 },
  ArrowUp: { name: "lambdaWsd", by: 1 },
  ArrowDown: { name: "lambdaWsd", by: -1 },
  Home: { name: "lambdaFsd", by: Number.NEGATIVE_INFINITY },
  End: { name: "lambdaFsd", by: Number.POSITIVE_INFINITY },
  PageUp: { name: "lambdaWsd", by: Number.POSITIVE_INFINITY },
  PageDown: { name: "lambdaWsd", by: Number.NEGATIVE_INFINITY },
};

const NAMES: Record<keyof Lambdas, string> = { lambdaFsd: "λ_FSD in the map", lambdaWsd: "λ_WSD in the map" };

interface MapSlidersProps {
  model: SweepMapModel;
  point: SweepPointModel;
  /** The cell at or nearest to the handle. */
  held: MapPlace;
  /** The slider of λ_FSD: a press on the map gives it the focus. */
  first: RefObject<HTMLInputElement | null>;
}

/**
 * The handle of the map for keys and screen readers: two range inputs in one tab stop, as WAI-ARIA advises for a slider of two
 * dimensions. They are not drawn; the handle shows their focus.
 */
export function MapSliders({ model, point, held, first }: MapSlidersProps) {
  const actions = useActions();
  const inputs = { lambdaFsd: first, lambdaWsd: useRef<HTMLInputElement>(null) };
  const cell = model.cells.find(({ column, row }) => column === held.column && row === held.row);
  const set = (name: keyof Lambdas, value: number) => {
    if (name === "lambdaFsd") actions.pickSweepCell(value, point.lambdaWsd);
    else actions.pickSweepCell(point.lambdaFsd, value);
  };
  const lastCell = (name: keyof Lambdas) => model.grid[name].length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const lambdas = model.grid[move.name];
    set(move.name, lambdas[cellBeside(lambdas, point[move.name], move.by)] ?? 0);
    inputs[move.name].current?.focus({ preventScroll: true });
  };
  return (
    <div className="map-sliders">
      {(["lambdaFsd", "lambdaWsd"] as const).map((name) => (
        <SliderInput
          key={name}
          ref={inputs[name]}
          label={NAMES[name]}
          orientation={name === "lambdaFsd" ? "horizontal" : "vertical"}
          text={`${point.text[name]}${cell ? `; nearest cell: ${cellText(cell)}` : ""}`}
          tabIndex={name === "lambdaFsd" ? 0 : -1}
          value={point[name]}
          position={placeOfLambda(model.grid[name], point[name]) / lastCell(name)}
          stops={lastCell(name)}
          valueAt={(position) => lambdaAtPlace(model.grid[name], position * lastCell(name))}
          onSet={(value) => set(name, value)}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}
