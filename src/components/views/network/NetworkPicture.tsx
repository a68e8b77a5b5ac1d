import { type KeyboardEvent, memo } from "react";
import type { LayerChip, NetworkRow } from "../../../store/views/network/networkModels";
import type { BoxSize } from "../../charts/geometry/geometry";
import { type EdgePath, INSET, LINE, layOutNetwork, type NodeBox } from "./networkLayout";
import "./network.css";

interface PictureProps {
  rows: readonly NetworkRow[];
  size: BoxSize;
  onChoose: (layer: string, isChosen: boolean) => void;
}

/** Nodes as boxes in columns, lines between them; a matrix of weights is a button. */
export const NetworkPicture = memo(function NetworkPicture({ rows, size, onChoose }: PictureProps) {
  const width = size.width / size.unit;
  const { boxes, edges, height } = layOutNetwork(rows, width);
  const first =
    rows.flatMap(({ chips }) => chips).find(({ isChosen }) => isChosen) ??
    rows.find(({ chips }) => chips.length > 0)?.chips[0];
  const buttonOf = (chip: LayerChip) => ({ chip, isFirst: chip.layer === first?.layer, onChoose });
  const drawn = { width: size.width, height: height * size.unit, viewBox: `0 0 ${width} ${height}` };
  return (
    <>
      <svg className="network-picture edges" aria-hidden="true" {...drawn}>
        {edges.map((edge) => (
          <Edge key={String(edge)} path={edge} />
        ))}
      </svg>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each node has its own name */}
      <svg className="network-picture" {...drawn}>
        {boxes.map((box) => (
          <Node key={box.row.key} box={box} buttonOf={buttonOf} />
        ))}
      </svg>
    </>
  );
});

type ButtonOf = (chip: LayerChip) => Omit<ButtonProps, "children">;

function Node({ box, buttonOf }: { box: NodeBox; buttonOf: ButtonOf }) {
  const { row, chips } = box;
  const [only] = row.chips;
  if (only && chips.length === 0)
    return (
      <LayerButton {...buttonOf(only)}>
        <NodeText box={box} />
      </LayerButton>
    );
  return (
    <g className="node">
      <NodeText box={box} />
      {chips.map(({ x, y, width }, k) => {
        const chip = row.chips[k] as LayerChip;
        return (
          <LayerButton key={chip.layer} {...buttonOf(chip)}>
            <rect className="chip" x={x} y={y} width={width} height={LINE.chip - 4} rx={4} />
            <text x={x + width / 2} y={y + 15} className="centred">
              {chip.label}
            </text>
          </LayerButton>
        );
      })}
    </g>
  );
}

function NodeText({ box }: { box: NodeBox }) {
  const { row, x, y, width, height, isTall } = box;
  const { title, shape, learned, extras } = row;
  const hasWeights = learned !== null;
  const [left, right] = [x + INSET, x + width - INSET];
  const first = y + (hasWeights ? 18 : 16);
  const last = first + (hasWeights ? LINE.more : 0) + (isTall ? LINE.more : 0);
  const isBeside = !hasWeights && !isTall && extras !== "";
  return (
    <>
      <rect className={hasWeights ? "box" : "box bare"} {...rectOf(x, y, width, height)} rx={5} />
      <text className={hasWeights ? "title" : undefined} x={left} y={first}>
        {isBeside ? `${title}, ${extras}` : title}
      </text>
      <text className="end" x={right} y={first}>
        {shape}
      </text>
      {hasWeights ? (
        <text x={left} y={first + LINE.more}>
          {learned}
        </text>
      ) : null}
      {isBeside || extras === "" ? null : (
        <text className={isTall ? undefined : "end"} x={isTall ? left : right} y={last}>
          {extras}
        </text>
      )}
    </>
  );
}

/** A rectangle whose line lies within it. */
const rectOf = (x: number, y: number, width: number, height: number) => ({
  x: x + 0.5,
  y: y + 0.5,
  width: width - 1,
  height: height - 1,
});

interface ButtonProps {
  chip: LayerChip;
  isFirst: boolean;
  onChoose: PictureProps["onChoose"];
  children: React.ReactNode;
}

function LayerButton({ chip: { layer, isChosen, spoken }, isFirst, onChoose, children }: ButtonProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation(); // the space bar plays elsewhere
    onChoose(layer, isChosen);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing
    <g
      className="node layer-button"
      role="button"
      aria-label={spoken}
      aria-pressed={isChosen}
      data-roving
      data-layer={layer}
      tabIndex={isFirst ? 0 : -1}
      onClick={() => onChoose(layer, isChosen)}
      onKeyDown={onKeyDown}
    >
      {children}
    </g>
  );
}

const RADIUS = 3;

/** A line with round corners, and a head at its end. */
function Edge({ path }: { path: EdgePath }) {
  const [end = [0, 0], before = [0, 0]] = path.toReversed();
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])];
  const [back, side] = [4.5, 3];
  const head = [
    end,
    [end[0] - back * dx - side * dy, end[1] - back * dy - side * dx],
    [end[0] - back * dx + side * dy, end[1] - back * dy + side * dx],
  ];
  return (
    <>
      <path className="edge" d={roundedPath(path)} />
      <polygon className="edge-head" points={head.map((point) => point.join()).join(" ")} />
    </>
  );
}

function roundedPath(path: EdgePath): string {
  return path
    .map(([x, y], i) => {
      const [before, after] = [path[i - 1], path[i + 1]];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const towards = ([px, py]: readonly [number, number]) => {
        const length = Math.hypot(px - x, py - y) || 1;
        const r = Math.min(RADIUS, length / 2);
        return `${x + ((px - x) / length) * r} ${y + ((py - y) / length) * r}`;
      };
      return `L${towards(before)}Q${x} ${y} ${towards(after)}`;
    })
    .join("");
}
