import type { ObjectiveSettings } from "../../config/tables/lambdas";
import { isDeviceFault } from "../../core/kernels/faults/deviceFault";
import { received } from "../../core/tasks/sentTask";
import type { TaskData } from "../../core/tasks/task";
import type { Race } from "../../core/training/contract";
import type { RaceOptions } from "../../core/training/race";
import { type Channel, openChannel, type PortLike } from "../../protocol/channel";
import { unreachable } from "../../protocol/unreachable";
import { messageOf } from "../notices";
import { Gate } from "../scheduling/gate";
import type { PartnerCalls, PartnerQuestion, PartnerReply, PartStatus } from "./messages";

type Answer = PartnerCalls[keyof PartnerCalls]["answer"];
type QuestionOf<Type extends keyof PartnerCalls> = Extract<PartnerQuestion, { type: Type }>;

/** What a partner works with. */
export interface PartnerParts {
  /** Readies the device that the training worker runs on; throws where it does not start. */
  startDevice(): Promise<void>;
  createRace(task: TaskData, options: RaceOptions): Race;
}

/** The runs of a race that are trained here. */
interface Part {
  race: Race;
  gate: Gate;
  objective: ObjectiveSettings | undefined;
}

/** Answers a training worker's questions in their order; rows also between two runs of a step, so that Pause is not kept waiting. */
export class Partner {
  private task: TaskData | null = null;
  private part: Part | null = null;
  private tail: Promise<void> = Promise.resolve();
  private isBusy = false;
  private rowsAsked: QuestionOf<"rows">[] = [];

  private readonly channel: Channel<PartnerReply, PartnerQuestion>;

  constructor(
    port: PortLike,
    private readonly parts: PartnerParts,
  ) {
    this.channel = openChannel(port);
    this.channel.receive((question) => this.receive(question));
  }

  private receive(question: PartnerQuestion): void {
    if (question.type === "rows" && this.isBusy) {
      this.rowsAsked.push(question);
      return;
    }
    if (question.type === "close") this.part?.gate.end();
    this.isBusy = true;
    this.tail = this.tail.then(async () => {
      await this.reply(question);
      while (this.rowsAsked.length > 0) await this.replyRows();
      this.isBusy = false;
    });
  }

  private async reply(question: PartnerQuestion): Promise<void> {
    const { id } = question;
    try {
      this.channel.send({ id, answer: await this.answer(question) });
    } catch (error) {
      this.channel.send({ id, error: messageOf(error), isDeviceFault: isDeviceFault(error) });
    }
  }

  private async replyRows(): Promise<void> {
    for (const question of this.rowsAsked.splice(0)) await this.reply(question);
  }

  private async answer(question: PartnerQuestion): Promise<Answer> {
    if (question.type === "open") return this.open(question);
    if (question.type === "close") return this.close();
    const { race, gate } = this.opened;
    const between = async () => {
      await gate.turn();
      await this.replyRows();
    };
    switch (question.type) {
      case "step":
        return this.step(question, between);
      case "rows":
        return { rows: await race.readRows(question.before), status: statusOf(race) };
      case "evaluate":
        return race.evaluate(question.run, between);
      case "predict":
        return race.predict(question.run);
      case "lookAhead":
        return race.lookAhead(question.run);
      case "preconditionerState":
        return race.preconditionerState(question.run);
      case "weights":
        return race.weights(question.run);
      case "checkpoint":
        return race.checkpoint();
      case "restore":
        await race.restore(question.checkpoint);
        return null;
      default:
        return unreachable(question);
    }
  }

  private get opened(): Part {
    if (!this.part) throw new Error("No race is open in the second training worker.");
    return this.part;
  }

  private async open({ task, options }: QuestionOf<"open">): Promise<PartStatus> {
    this.task = task ? await received(task) : this.task;
    if (!this.task) throw new Error("The second training worker has no data.");
    await this.parts.startDevice();
    const part: Part = { gate: new Gate(), objective: undefined } as Part;
    const sharedObjective = () => part.objective as ObjectiveSettings; // asked for inside a step, which brings them
    part.race = this.parts.createRace(this.task, { ...options, sharedObjective });
    this.part = part;
    return statusOf(part.race);
  }

  private async step(
    { changes, objective, isProbed }: QuestionOf<"step">,
    between: () => Promise<void>,
  ): Promise<{ metaSteps: Record<string, number> }> {
    const { opened } = this;
    const { race } = opened;
    for (const { run, name, value } of changes) race.setHyperparam(run, name, value);
    opened.objective = objective;
    if (isProbed) race.probeNextStep();
    await race.takeStep(between);
    return { metaSteps: Object.fromEntries(race.runs.map(({ run }) => [run, race.metaSteps(run)])) };
  }

  private close(): null {
    this.part?.race.dispose();
    this.part = null;
    return null;
  }
}

const statusOf = (race: Race): PartStatus => ({
  costs: Object.fromEntries(race.runs.map(({ run }) => [run, race.cost(run)])),
  tensors: race.tensorCount(),
});
