import type { TaskPicture } from "../../config/tables/taskPicture";
import { formatNumber, formatPercent } from "../words/format";
import type { TableText } from "../words/tableText";
import type { FittedRunModel } from "./fitSelectors";
import { reconstructionError } from "./reconstruction";

type PictureOf<Kind extends TaskPicture["kind"]> = Extract<TaskPicture, { kind: Kind }>;

/** Runs that have predicted, with what. */
const predicted = (runs: readonly FittedRunModel[]) =>
  runs.flatMap(({ name, prediction }) => (prediction ? [{ name, values: prediction.values }] : []));

/** "SGDm: 3.2; Adam: 1.1", after what is told of each. */
const listed = (runs: readonly FittedRunModel[], tell: (values: Float32Array) => string) =>
  predicted(runs)
    .map(({ name, values }) => `${name}: ${tell(values)}`)
    .join("; ");

/** A column for each run that has predicted, a row for each place or image. */
function byRun(
  caption: string,
  first: string,
  runs: readonly FittedRunModel[],
  heads: readonly string[],
  cell: (values: Float32Array, row: number) => string,
): TableText {
  const columns = predicted(runs);
  return {
    caption,
    titles: [first, ...columns.map(({ name }) => name)],
    rows: (columns.length === 0 ? [] : heads).map((head, row) => ({
      key: row,
      head,
      cells: columns.map(({ values }) => cell(values, row)),
    })),
  };
}

/** Decision surfaces in a sentence: over how much of the map class 1 is likelier. */
export function surfaceSummary(runs: readonly FittedRunModel[], when: string | null): string {
  if (when === null) return "The training points of both classes; no run has drawn its surface yet.";
  const share = (values: Float32Array) => formatPercent(values.filter((value) => value > 0.5).length / values.length);
  return `The training points of both classes, and the part of the map where class 1 is likelier ${when}. ${listed(runs, share)}.`;
}

/** Lines across a surface at which it is told: a quarter, half and three quarters of the way. */
const QUARTERS = [0.25, 0.5, 0.75];

/** P(class 1) of every run at nine points of the grid, from the lower left. */
export function surfaceTable({
  picture: { bounds, columns, rows },
  runs,
}: {
  picture: PictureOf<"surface">;
  runs: readonly FittedRunModel[];
}): TableText {
  const [xMin, xMax, yMin, yMax] = bounds;
  const lines = (count: number) => QUARTERS.map((share) => Math.round(share * (count - 1)));
  const places = lines(rows).flatMap((row) => lines(columns).map((column) => ({ row, column })));
  const heads = places.map(({ row, column }) => {
    const x = xMin + ((xMax - xMin) * column) / (columns - 1);
    const y = yMin + ((yMax - yMin) * row) / (rows - 1);
    return `${formatNumber(x, 3)}, ${formatNumber(y, 3)}`;
  });
  return byRun("Probability of class 1 at points x, y", "x, y", runs, heads, (values, at) => {
    const { row = 0, column = 0 } = places[at] ?? {};
    return formatNumber(values[row * columns + column] ?? Number.NaN, 3);
  });
}

/** Classified images in a sentence: how many each run has right. */
export function imagesSummary({ labels }: PictureOf<"images">, runs: readonly FittedRunModel[], when: string | null) {
  if (when === null) return `${labels.length} test images with their class; no run has classified them yet.`;
  const right = (values: Float32Array) => String(labels.filter((label, image) => values[image] === label).length);
  return `${labels.length} test images with their class, and how many each run has right ${when}. ${listed(runs, right)}.`;
}

/** Reconstructions in a sentence: the error of each run over the first `count` images. */
export function reconstructionSummary(
  picture: PictureOf<"reconstruction">,
  runs: readonly FittedRunModel[],
  count: number,
  when: string | null,
): string {
  if (when === null) return `${count} test images; no run has drawn them again yet.`;
  const error = (values: Float32Array) => formatNumber(reconstructionError(picture, values, count), 3);
  return `${count} test images, and what each run makes of them ${when}. RMSE of ${listed(runs, error)}.`;
}

/** The error of every run on each image. */
export function reconstructionTable({
  picture,
  runs,
}: {
  picture: PictureOf<"reconstruction">;
  runs: readonly FittedRunModel[];
}): TableText {
  return byRun("RMSE by image and run", "test image", runs, picture.names, (values, image) =>
    formatNumber(reconstructionError(picture, values, 1, image), 3),
  );
}
