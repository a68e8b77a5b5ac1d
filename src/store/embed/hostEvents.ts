import type { FigureEvent } from "../../protocol/embedMessages";
import type { ExperimentStore } from "../experiment/experimentStore";
import { isOver } from "../experiment/raceEnd";

type Tell = (name: FigureEvent, value: unknown) => void;

/** Tells of steps, moved settings, ends, runs that diverged and errors, as the page comes to know of them. */
export function tellOfEvents(store: ExperimentStore, tell: Tell): void {
  store.subscribe((state, before) => {
    if (state.experiment === before.experiment) {
      for (const { run, name, value, step } of state.interventions.slice(before.interventions.length))
        tell("change", { run, name, value, step });
      for (const { run, status, message } of state.runs) {
        const was = before.runs.find((one) => one.run === run)?.status;
        if (status === "diverged" && was === "running") tell("diverge", { run, message, step: state.step });
      }
    }
    if (state.step !== before.step) tell("step", { step: state.step });
    if (state.status !== "running" && isOver(state) && (!isOver(before) || before.status === "running"))
      tell("finish", { step: state.step });
    if (state.status === "failed" && before.status !== "failed") {
      const { title, detail, remedy } = state.notices.at(-1) ?? { title: "It failed", detail: "", remedy: "" };
      tell("error", { title, detail, remedy });
    }
  });
}
