import { useState } from "react";
import { seedsHoldUntil } from "../../store/charts/seedBandSelectors";
import { TIME_CHARTS } from "../../store/experiment/chartAxes";
import { useExperiment } from "../../store/experiment/experimentStore";
import type { ExperimentState } from "../../store/experiment/state";
import { formatNumber } from "../../store/words/format";
import { useOpenFigure } from "../charts/figure/figureMenus";
import { MenuSection } from "../charts/figure/MenuSection";
import { MenuWords } from "../charts/figure/MenuWords";
import { useActions } from "../ui/actionsContext";
import "../charts/figure/menuSection.css";
import "./axesSection.css";

const COUNTS = [3, 5, 10, 20];

/** Trains the race with further seeds, for a band around each line of the charts of losses, rates and accuracies. */
export function SeedsSection() {
  const { chart } = useOpenFigure();
  const actions = useActions();
  const asked = useExperiment((state) => state.display.seedCount);
  const { status, seeds, trained, done, detail } = useExperiment((state) => state.seedBand);
  const total = useExperiment((state) => seeds.length * (state.seedBand.config?.steps ?? 0));
  const [count, setCount] = useState(asked || 5);
  const cost = useExperiment((state) => costWords(state, count));
  const state = useExperiment(stateWords);
  const isRunning = status === "running";
  if (!TIME_CHARTS.some((one) => one === chart && one !== "q" && one !== "gap")) return null;
  return (
    <MenuSection title="Several seeds">
      <div className="menu-row">
        <select
          aria-label="Further seeds"
          value={count}
          disabled={isRunning}
          onChange={(event) => setCount(Number(event.target.value))}
        >
          {[...new Set([...COUNTS, count])]
            .toSorted((a, b) => a - b)
            .map((option) => (
              <option key={option} value={option}>
                {`${option} further seeds`}
              </option>
            ))}
        </select>
        {isRunning ? (
          <button type="button" className="btn" onClick={actions.cancelSeeds}>
            Cancel seeds
          </button>
        ) : (
          <button type="button" className="btn" onClick={() => actions.trainSeeds(count)}>
            {trained.length > 0 ? "Train again" : "Train seeds"}
          </button>
        )}
        {!isRunning && status !== "none" ? (
          <button type="button" className="btn" onClick={() => actions.trainSeeds(0)}>
            Remove bands
          </button>
        ) : null}
      </div>
      {isRunning ? <progress aria-label="Further seeds" value={done} max={Math.max(1, total)} /> : null}
      <MenuWords role="status">{isRunning ? detail : state}</MenuWords>
      <MenuWords>{isRunning ? "" : cost}</MenuWords>
    </MenuSection>
  );
}

/** What it will take, from what a step of the page's own race takes. */
function costWords({ config, runs }: ExperimentState, count: number): string {
  const own = runs.filter(({ run }) => config.optimizers.some((entry) => entry.run === run));
  const work = `${count} × ${config.steps} steps of ${own.length === 1 ? "one run" : `${own.length} runs`}`;
  const costs = own.flatMap(({ cost }) => cost?.msPerStep ?? []);
  if (costs.length === 0) return `${work}, in a worker of its own.`;
  const seconds = (count * config.steps * costs.reduce((sum, ms) => sum + ms, 0)) / 1000;
  return `${work}: ${seconds < 1 ? "a second" : `${formatNumber(seconds, 2)} s`} on an idle machine, in a worker of its own.`;
}

/** What the bands are of, and how they stand to the race of the page. */
function stateWords(state: ExperimentState): string {
  const { status, trained, seeds, backend, seconds, bands } = state.seedBand;
  if (status === "none")
    return "A thin line for the mean and an area from the smallest to the largest value, beside each run.";
  const [first, last] = [trained[0], trained.at(-1)];
  const whole =
    trained.length === 0 ? "No seed is trained yet" : first === last ? `Seed ${first}` : `Seeds ${first} to ${last}`;
  const ended = status === "done" ? ` on ${backend?.toUpperCase()} in ${formatNumber(seconds ?? 0, 2)} s` : "";
  const stopped = status === "cancelled" || status === "failed" ? `, of ${seeds.length}: ${status}` : "";
  const bad = bands.flatMap(({ run, diverged }) => (diverged > 0 ? [`${diverged} of ${run} diverged`] : []));
  const until = seedsHoldUntil(state);
  const stale =
    until < 0
      ? " They are of another race, and not drawn: train again."
      : until < Number.POSITIVE_INFINITY
        ? ` They lack the move at step ${until}, and are drawn up to it: train again.`
        : "";
  return `${whole}${ended}${stopped}${bad.length > 0 ? `; ${bad.join(", ")}` : ""}.${stale}`;
}
