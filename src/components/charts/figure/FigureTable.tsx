import { memo } from "react";
import type { TableText } from "../../../store/words/tableText";
import { RunName } from "../../ui/MathSymbol";
import { TableHead } from "../../ui/TableHead";
import { useCalm } from "./useCalm";

interface FigureTableProps<Model> {
  /** What is drawn; the same object as long as nothing new was. */
  model: Model;
  /** The model in words; the same function in every render. */
  read: (model: Model) => TableText;
}

/** A figure's numbers for screen readers, at most every three seconds anew: a row for each run, layer or place. */
export function FigureTable<Model>({ model, read }: FigureTableProps<Model>) {
  return <StillTable model={useCalm(model)} read={read as (model: unknown) => TableText} />;
}

const StillTable = memo(function StillTable({ model, read }: FigureTableProps<unknown>) {
  const { caption, titles, rows } = read(model);
  if (rows.length === 0) return null;
  return (
    <div className="hidden">
      <table>
        <caption>{caption}</caption>
        <TableHead titles={titles} />
        <tbody>
          {rows.map(({ key, head, cells, languages = [] }) => (
            <tr key={key}>
              <th scope="row" lang={languages[0]}>
                {languages[0] ? head : <RunName name={head} />}
              </th>
              {cells.map((text, column) => (
                <td key={titles[column + 1]} lang={languages[column + 1]}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
