import { useMemo } from "react";
import { VIEWS } from "../../../config/tables/views";
import { useCharts } from "../../../store/experiment/experimentStore";
import type { NetworkModel } from "../../../store/views/network/networkModels";
import { selectNetwork } from "../../../store/views/network/networkSelectors";
import { FigureMenu } from "../../charts/figure/FigureMenu";
import { FigureTable } from "../../charts/figure/FigureTable";
import { useBoxSize } from "../../charts/figure/useBoxSize";
import { useActions } from "../../ui/actionsContext";
import { Roving } from "../../ui/Roving";
import { chartTestId } from "../../ui/testIds";
import { ViewAbsent } from "../ViewFigure";
import { NetworkPicture } from "./NetworkPicture";
import { networkTable } from "./networkTable";
import "./network.css";
import "../views.css";
import "../../charts/figure/figure.css";

const { title } = VIEWS.network;

/** The network that trains: its nodes with shapes and edges, and what APO-P and KFAC learn of each. */
export function NetworkView() {
  const model = useCharts(selectNetwork);
  if (!model)
    return (
      <ViewAbsent view="network" why="The network is not known yet: it comes with the task, once that is loaded." />
    );
  return <Network model={model} />;
}

function Network({ model }: { model: NetworkModel }) {
  const actions = useActions();
  const [box, size] = useBoxSize<HTMLDivElement>();
  const { rows, note, chosen, isSpectrumOpen, summary } = model;
  const choose = useMemo(
    () => (layer: string, isChosen: boolean) => actions.setSpectrumLayer(isChosen ? null : layer),
    [actions],
  );
  return (
    <figure
      aria-label={title}
      className="chart view network wide"
      data-chart="network"
      data-testid={chartTestId("network")}
    >
      <figcaption>
        <b>{title}</b>
        <span className="note">{note}</span>
      </figcaption>
      <FigureMenu chart="network" name={title} />
      <p className="hidden">{summary}</p>
      <div ref={box} className="network-box" translate="no">
        <Roving label="Layers of the network" className="network-nodes">
          {size ? <NetworkPicture rows={rows} size={size} onChoose={choose} /> : null}
        </Roving>
      </div>
      <p className="network-chosen" role="status">
        {chosen ? (
          <>
            <b>{chosen.name}.</b> <span>{chosen.sentence}</span>
          </>
        ) : (
          <span className="muted">
            P = (A ⊗ B) diag(S)² (A ⊗ B)ᵀ for each matrix of weights; what is not named of A and B stays the identity.
            KFAC: A of the inputs, G of the outputs.
          </span>
        )}
      </p>
      <FigureTable model={model} read={networkTable} />
      {chosen && !isSpectrumOpen ? (
        <button type="button" className="btn" onClick={() => actions.toggleView("spectrum")}>
          {`Open ${VIEWS.spectrum.title}`}
        </button>
      ) : null}
    </figure>
  );
}
