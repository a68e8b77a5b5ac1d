import { LANDSCAPES, type LandscapeId } from "../../config/tables/landscape";
import { leastLoss } from "../../core/landscape/leastLoss";
import { landscapeSteps } from "../../core/landscape/paths";
import { landscapeOf } from "../../core/landscape/registry";
import { surfacesAt } from "../../core/landscape/surfaces";
import { lossAt } from "../../core/proximal/leastSquares";
import { exactProximalPoint } from "../../core/proximal/planeStep";
import type { LandscapeEvent, LandscapeRequest } from "../../protocol/landscape";
import { messageOf } from "../notices";

export interface LandscapeOutlets {
  send(event: LandscapeEvent, transfer?: Transferable[]): void;
  /** Resolves in a later macrotask, so that newer requests are heard. */
  macrotask(): Promise<void>;
  /** Makes tfjs ready; throws where it cannot be. */
  start(): Promise<void>;
}

/**
 * Answers requests one after another: the one in work is finished, and of those that came meanwhile only the newest is
 * begun, so that a drag is followed all the way.
 */
export class LandscapeDesk {
  private waiting: LandscapeRequest | null = null;
  private isActive = false;
  private started: Promise<void> | null = null;
  private readonly least = new Map<LandscapeId, number>();

  constructor(private readonly outlets: LandscapeOutlets) {}

  request(request: LandscapeRequest): void {
    this.waiting = request;
    if (!this.isActive) void this.work();
  }

  private async work(): Promise<void> {
    const { send, macrotask, start } = this.outlets;
    this.isActive = true;
    while (this.waiting) {
      const request = this.waiting;
      this.waiting = null;
      try {
        this.sendSurfaces(request);
        this.started ??= start();
        await this.started;
        await this.sendSteps(request);
      } catch (error) {
        this.started = null;
        send({ type: "failure", id: request.id, notice: noLandscape(error) });
      }
      await macrotask();
    }
    this.isActive = false;
  }

  private sendSurfaces({ id, problem, theta }: LandscapeRequest): void {
    const landscape = landscapeOf(problem);
    const { loss, fsd } = surfacesAt(problem, theta);
    const least = this.least.get(problem) ?? leastLoss(landscape, LANDSCAPES[problem].domain);
    this.least.set(problem, least);
    const surfaces = { problem, theta, loss, fsd, lossAtTheta: lossAt(landscape, theta), leastLoss: least };
    this.outlets.send({ type: "surfaces", id, surfaces }, [loss.buffer, fsd.buffer]);
  }

  private async sendSteps(request: LandscapeRequest): Promise<void> {
    const { id, problem, theta, lambdaFsd, lambdaWsd, methods, steps } = request;
    const proximalPoint = exactProximalPoint(landscapeOf(problem), theta, { lambdaFsd, lambdaWsd });
    const paths = await landscapeSteps({ id: problem, theta, steps }, methods);
    this.outlets.send({
      type: "steps",
      id,
      steps: { problem, theta, lambdaFsd, lambdaWsd, proximalPoint, paths },
    });
  }
}

function noLandscape(error: unknown): Extract<LandscapeEvent, { type: "failure" }>["notice"] {
  return {
    level: "warning",
    title: "The landscape could not be computed",
    detail: `${messageOf(error)} Training goes on without it.`,
    remedy: "Move the starting point, or close the view and open it again.",
  };
}
