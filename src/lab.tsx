import { App } from "./components/App";
import { PresetRecordings } from "./components/charts/time/PresetRecordings";
import { fetchEmbed } from "./components/embed/fetchEmbed";
import type { Lab } from "./components/first/lab";
import { takePicture } from "./components/first/takePicture";
import { FocusOn } from "./components/picture/FocusOn";
import { Boundary } from "./components/states/Boundary";
import { ActionsProvider } from "./components/ui/actionsContext";
import { fetchAhead } from "./components/ui/Later";
import { experimentStore } from "./store/experiment/experimentStore";
import type { ExperimentState } from "./store/experiment/state";
import { openSession } from "./store/session/session";

/** Opens the link's experiment: its workers start. What is returned takes the place of the first page, or of a painted figure. */
export const openLab: Lab["openLab"] = (painted) => {
  const actions = openSession(undefined, undefined, painted?.host);
  return async (root, recording, picture) => {
    if (picture) takePicture(actions, picture);
    if (painted) await Promise.all([fetchAhead(fetchEmbed), isLoaded()]);
    root.render(
      <ActionsProvider value={actions}>
        <PresetRecordings first={recording}>
          <Boundary around="page">
            <App />
            {picture ? <FocusOn testId={picture.focus} /> : null}
          </Boundary>
        </PresetRecordings>
      </ActionsProvider>,
    );
    const act = painted?.act();
    if (act) (await import("./components/embed/doFirstAct")).doFirstAct(actions, act);
  };
};

/** Resolves once the experiment has more to show than that it loads. */
function isLoaded(): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ status }: ExperimentState) => status !== "loading" && resolve();
    experimentStore.subscribe(look);
    look(experimentStore.getState());
  });
}
