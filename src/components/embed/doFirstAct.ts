import type { Actions } from "../../store/actions/actions";
import { knobValueAt, selectKnobs } from "../../store/controls/knobSelectors";
import { experimentStore } from "../../store/experiment/experimentStore";

/** What a press on a painted figure stands for. */
export type PressedControl =
  | { control: "play" | "step" | "reset" }
  | { control: "lf" | "lw" | "k" | "alpha"; position: number };

const KNOBS = { lf: "lambdaFsd", lw: "lambdaWsd", k: "metaUpdateInterval", alpha: "metaLearningRate" } as const;

/** Does what was pressed before the figure's script was here. */
export function doFirstAct(actions: Actions, act: PressedControl): void {
  switch (act.control) {
    case "play":
      actions.togglePlay();
      break;
    case "step":
      actions.step();
      break;
    case "reset":
      actions.reset();
      break;
    default: {
      const { focusRun, knobs } = selectKnobs(experimentStore.getState());
      const knob = knobs.find(({ name }) => name === KNOBS[act.control]);
      if (knob && focusRun !== null) actions.setHyperparam(focusRun, knob.name, knobValueAt(knob, act.position));
    }
  }
}
