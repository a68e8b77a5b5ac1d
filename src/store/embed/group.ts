import { VIEW_IDS, type ViewId } from "../../config/tables/views";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { Bus, BusMessage } from "./bus";
import { type Difference, differenceOf, withDifference } from "./difference";
import { type GroupLook, groupLookOf, leaderless, sharedOf, withLook, withShared } from "./groupState";

/** News of the leader go out together, so often. */
const NEWS_MS = 40;

/** A leader that does not answer a press in this time is gone. */
const PATIENCE_MS = 1500;

/** What a group acts on. */
interface GroupWorld {
  store: ExperimentStore;
  actions: Actions;
  /** To where the figure's own commands go. */
  ask(command: Command): void;
  after(delayMs: number, callback: () => void): void;
  /** Another figure leads: this one frees its workers. */
  rest(): void;
}

/** Who leads, and since which change of leaders; the later one counts, of two at once the one with the greater name. */
interface Term {
  number: number;
  leader: string;
}

type GroupNews =
  | { act: "here"; term: Term; views: readonly ViewId[] }
  | { act: "all"; term: Term; count: number; state: unknown; answered: Record<string, number> }
  | { act: "news"; term: Term; count: number; change: Difference | null; answered: Record<string, number> }
  | { act: "ask"; term: Term; number: number; command: Command; isSeen: boolean }
  | { act: "lost"; term: Term }
  | { act: "look"; look: GroupLook };

/**
 * Figures of a page that share one race. One of them leads: it alone trains or plays. It tells the others what is new in its state,
 * and they hand it their commands. Where it is out of sight or gone, the one that is pressed leads on from the same step.
 */
export class FigureGroup {
  private term: Term;
  /** Of the leader, as it was told or heard last; null: not heard yet. */
  private shared: Partial<ExperimentState> | null = null;
  private count = 0;
  private asked = 0;
  private answered: Record<string, number> = {};
  private isSeen = true;
  private isWaiting = false;
  private isFollowing = false;
  private look: GroupLook;

  constructor(
    private readonly name: string,
    private readonly bus: Pick<Bus, "id" | "send" | "listen">,
    private readonly world: GroupWorld,
  ) {
    this.term = { number: 0, leader: bus.id };
    this.look = groupLookOf(world.store.getState());
    bus.listen((message) => this.hear(message));
    world.store.subscribe((state) => this.follow(state));
  }

  /** Says that it is there; whoever leads tells it everything. */
  join(): void {
    const { openViews: views } = this.world.store.getState().display;
    this.send({ act: "here", term: this.term, views });
  }

  /** @param wasTraining when it is lost from sight: one that is seen goes on */
  see(isSeen: boolean, wasTraining = false): void {
    this.isSeen = isSeen;
    if (!isSeen && wasTraining && this.leads) this.send({ act: "lost", term: this.term });
  }

  /** Whether the command goes to another figure. */
  takes(command: Command): boolean {
    if (command.type === "tellRest") return false; // a question of this figure's own tests
    if (this.leads) {
      if (this.term.number === 0) this.lead(); // from now on it counts more than who comes later
      return false;
    }
    if (command.type === "connectAnalysis" || command.type === "readCsv" || command.type === "setViews") return false;
    const number = ++this.asked;
    this.send({ act: "ask", term: this.term, number, command, isSeen: this.isSeen });
    this.world.after(PATIENCE_MS, () => {
      if (this.leads || (this.answered[this.bus.id] ?? 0) >= number) return;
      this.lead();
      this.world.ask(command);
    });
    return true;
  }

  get leads(): boolean {
    return this.term.leader === this.bus.id;
  }

  private send(news: GroupNews): void {
    this.bus.send(`group ${this.name}`, news, "page");
  }

  private lead(): void {
    if (!this.leads) this.show(leaderless);
    this.term = { number: this.term.number + 1, leader: this.bus.id };
    this.asked = 0;
    this.answered = {};
    this.tellAll();
  }

  private tellAll(): void {
    this.shared = sharedOf(this.world.store.getState());
    this.count += 1;
    const { term, count, shared: state, answered } = this;
    this.send({ act: "all", term, count, state, answered });
  }

  private tellNews(): void {
    this.isWaiting = false;
    if (!this.leads || this.shared === null) return;
    const next = sharedOf(this.world.store.getState());
    const change = differenceOf(this.shared, next);
    this.shared = next;
    this.count += 1;
    const { term, count, answered } = this;
    this.send({ act: "news", term, count, change, answered });
  }

  private follow(state: ExperimentState): void {
    const look = groupLookOf(state);
    if (!this.isFollowing && differenceOf(this.look, look)) this.send({ act: "look", look });
    this.look = look;
    if (this.leads && this.shared !== null) this.tellSoon();
  }

  private tellSoon(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.world.after(NEWS_MS, () => this.tellNews());
  }

  private hear({ from, kind, value }: BusMessage): void {
    if (kind !== `group ${this.name}` || typeof Object(value).act !== "string") return;
    const news = value as GroupNews;
    if (news.act === "look") {
      this.show((state) => withLook(state, news.look));
      return;
    }
    if (isLater(news.term, this.term)) this.followAnother(news.term);
    if (!isSame(news.term, this.term) && news.act !== "here") return;
    if (this.leads) this.hearFollower(from, news);
    else this.hearLeader(news);
  }

  private followAnother(term: Term): void {
    if (this.leads) this.world.rest();
    this.term = term;
    this.shared = null;
    this.asked = 0;
    this.answered = {};
    this.join();
  }

  private hearFollower(from: string, news: GroupNews): void {
    if (news.act === "ask") this.obey(from, news.number, news.command, news.isSeen);
    else if (news.act === "here") {
      this.open(news.views);
      this.tellAll();
    }
  }

  private hearLeader(news: GroupNews): void {
    if (news.act === "all") this.take(news.count, news.state, news.answered);
    else if (news.act === "news" && this.shared !== null) {
      if (news.count !== this.count + 1) {
        this.shared = null;
        this.join();
      } else {
        const { change } = news;
        this.take(news.count, change ? withDifference(this.shared, change) : this.shared, news.answered);
      }
    } else if (news.act === "lost" && this.isSeen) {
      this.lead();
      this.world.actions.play();
    }
  }

  /** What a view of another figure shows has to be computed here. */
  private open(views: readonly ViewId[]): void {
    const { store, ask } = this.world;
    const { display, experiment } = store.getState();
    const openViews = VIEW_IDS.filter((id) => display.openViews.includes(id) || views.includes(id));
    if (openViews.length === display.openViews.length) return;
    store.setState({ display: { ...display, openViews } });
    if (this.term.number > 0) ask({ type: "setViews", experiment, views: openViews });
  }

  private take(count: number, shared: unknown, answered: Record<string, number>): void {
    this.count = count;
    this.shared = shared as Partial<ExperimentState>;
    this.answered = answered;
    const { shared: state } = this;
    // until the leader has answered, the figure shows what its own press made of it
    if (state && (answered[this.bus.id] ?? 0) >= this.asked) this.show((own) => withShared(own, state));
  }

  private show(change: (state: ExperimentState) => ExperimentState): void {
    this.isFollowing = true;
    this.world.store.setState(change(this.world.store.getState()), true);
    this.isFollowing = false;
  }

  private obey(from: string, number: number, command: Command, isSeen: boolean): void {
    const { actions, ask, store } = this.world;
    if (!this.isSeen && isSeen) return; // who is in sight leads, after a moment
    this.answered = { ...this.answered, [from]: number };
    switch (command.type) {
      case "setHyperparam":
        actions.setHyperparam(command.run, command.name as never, command.value as never);
        break;
      case "configure":
        actions.reset();
        break;
      case "pause":
        actions.pause();
        break;
      case "setSpeed":
        actions.setSpeed(command.stepsPerSecond as never);
        break;
      default:
        if ("experiment" in command) ask({ ...command, experiment: store.getState().experiment } as Command);
    }
    this.tellSoon();
  }
}

const isSame = (a: Term, b: Term) => a.number === b.number && a.leader === b.leader;

const isLater = (a: Term, b: Term) => a.number > b.number || (a.number === b.number && a.leader > b.leader);
