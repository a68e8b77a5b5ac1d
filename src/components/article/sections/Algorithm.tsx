import { WALK_TITLES, type WalkStage } from "../../../config/tables/walk";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { canWalk } from "../../../store/experiment/walk";
import { useActions } from "../../ui/actionsContext";
import { MathText } from "../../ui/MathSymbol";
import { Equation } from "../equations/Equation";
import type { EquationId } from "../equations/mathml";
import { SectionHeading } from "../SectionHeading";
import "./algorithm.css";

interface Line {
  equation: EquationId;
  says: string;
  /** The stage of the walk that does it. */
  stage: WalkStage;
  /** Done only at meta-updates. */
  isMeta?: true;
}

const LINES: readonly Line[] = [
  { equation: "line-gradient", says: "Draw a batch and take the gradient of its loss.", stage: 1 },
  {
    equation: "line-second-batch",
    says: "Draw other inputs, to see what a step does elsewhere.",
    stage: 3,
    isMeta: true,
  },
  {
    equation: "line-lookahead",
    says: "Take the step on trial, with φ as it is. The network stays where it is.",
    stage: 2,
    isMeta: true,
  },
  { equation: "line-price", says: "Add up what the trial costs.", stage: 3, isMeta: true },
  { equation: "line-meta", says: "Move φ so that the trial would have cost less.", stage: 4, isMeta: true },
  { equation: "line-update", says: "Take the step in earnest, on B, with φ as it is now.", stage: 5 },
];

/** Algorithm 1, each line with its stage of the walk. */
export function Algorithm() {
  const actions = useActions();
  const now = useExperiment((state) => state.display.walkStage);
  const isOpen = useExperiment((state) => state.display.openViews.includes("lookahead"));
  const isPossible = useExperiment(canWalk);
  const walkTo = (stage: WalkStage) => {
    if (!isOpen) actions.toggleView("lookahead");
    actions.walkTo(stage);
  };
  return (
    <>
      <SectionHeading place="algorithm" />
      <p>
        This is one step of APO. <MathText text="A step whose number is a multiple of K does all lines." /> The others
        do only those without a rule at their side. A button shows that line at work on the step to come.
      </p>
      <ol className="algorithm">
        {LINES.map(({ equation, says, stage, isMeta }) => (
          <li key={equation} data-meta={isMeta} aria-current={stage === now ? "step" : undefined}>
            <Equation of={equation} />
            <p>
              <MathText text={says} />
            </p>
            <button type="button" className="btn" disabled={!isPossible} onClick={() => walkTo(stage)}>
              {`Stage ${stage}: ${WALK_TITLES[stage]}`}
            </button>
          </li>
        ))}
      </ol>
      {isPossible ? null : (
        <p className="muted">
          The walk needs APO in the race, at rest, on a task whose function is drawn: pause it, add APO, or choose the
          sine.
        </p>
      )}
    </>
  );
}
