import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { tokenOf } from "../../store/charts/chartModels";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Swatch } from "../ui/Swatch";
import { TableHead } from "../ui/TableHead";
import "./familyTable.css";

interface FamilyRow {
  id: OptimizerId;
  loss: string;
  fsd: string;
  wsd: string;
}

/** How a term can be treated. */
const HOW = {
  names: { first: "first order", second: "second order", exact: "exact", out: "left out" },
} as const;
const { first, second, exact, out } = HOW.names;

const FAMILY: readonly FamilyRow[] = [
  { id: "gradient-descent", loss: first, fsd: out, wsd: exact },
  { id: "hessian-free", loss: second, fsd: out, wsd: exact },
  { id: "natural-gradient", loss: first, fsd: second, wsd: out },
  { id: "proximal-point", loss: exact, fsd: exact, wsd: exact },
  { id: "apo-p", loss: exact, fsd: exact, wsd: exact },
];

/** How known methods treat the three terms of the objective (the poster's table), each a click away from the race. */
export function FamilyTable() {
  return (
    <table className="family">
      <caption className="hidden">How each method treats each term, and whether it races</caption>
      <TableHead titles={["Method", "loss", "FSD", "WSD"]} words={{ loss: "J_B", FSD: "FSD", WSD: "WSD" }} />
      <tbody>
        {FAMILY.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { id, loss, fsd, wsd } }: { row: FamilyRow }) {
  const actions = useActions();
  const isRacing = useExperiment((state) => state.config.optimizers.some((entry) => entry.id === id));
  // The row itself hears clicks, and those of its button, which the keys press. An invisible area of the button as large as the row
  // covers the page where a row is no containing block (WebKit).
  return (
    <tr onClick={() => actions.addOptimizer(id)}>
      <th scope="row">
        <button type="button" aria-disabled={isRacing}>
          <Swatch token={tokenOf(id)} />
          <span>
            <span>{OPTIMIZERS[id].name}</span> <small>{isRacing ? "in the race" : "add to the race"}</small>
          </span>
        </button>
      </th>
      {Object.entries({ loss, fsd, wsd }).map(([term, how]) => (
        <td key={term} className={how === out ? "faint" : ""}>
          {how}
        </td>
      ))}
    </tr>
  );
}
