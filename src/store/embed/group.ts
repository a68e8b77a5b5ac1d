import { VIEW_IDS, type ViewId } from "../../config/tables/views";
import type { Command } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { Bus, BusMessage } from "./bus";
import { differenceOf, withDifference } from "./difference";
import { type GroupNews, isLaterTerm, isSameTerm, type LeaderTerm, type Press } from "./groupNews";
import { type GroupLook, groupLookOf, leaderless, sharedOf, withLook, withShared } from "./groupState";
import { whenPatienceEnds } from "./patience";

/** News of the leader go out together, so often. */
const NEWS_MS = 40;

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

/**
 * Figures of a page that share one race. One of them leads: it alone trains or plays. It tells the others what is new in its state,
 * and they hand it their commands. Where it is out of sight or gone, the one that is pressed leads on from the same step.
 */
export class FigureGroup {
  private term: LeaderTerm;
  /** Of the leader, as it was told or heard last; null: not heard yet. */
  private shared: Partial<ExperimentState> | null = null;
  private count = 0;
  private asked = 0;
  /** Handed to the leader, who has not answered. */
  private presses: readonly Press[] = [];
  /** By figure: the number of its latest press that was obeyed. */
  private answered: Record<string, number> = {};
  private isSeen = true;
  private isWaiting = false;
  /** Somebody came who knows nothing yet. */
  private isAsked = false;
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
    const press = { number: ++this.asked, command };
    this.presses = [...this.presses, press];
    this.hand(press);
    whenPatienceEnds(this.world.after, () => {
      if (this.presses.includes(press)) this.lead();
    });
    return true;
  }

  get leads(): boolean {
    return this.term.leader === this.bus.id;
  }

  /** Knows nothing of the leader. */
  private askAll(): void {
    this.shared = null;
    this.join();
  }

  private send(news: GroupNews): void {
    this.bus.send(`group ${this.name}`, news, "page");
  }

  private hand(press: Press): void {
    this.send({ act: "ask", term: this.term, isSeen: this.isSeen, ...press });
  }

  /** Leads from now on, and does itself what the one before did not answer. */
  private lead(goesOn = false): void {
    const isNew = !this.leads;
    if (isNew) this.show(leaderless);
    this.term = { number: this.term.number + 1, leader: this.bus.id };
    const { presses } = this;
    this.presses = [];
    if (isNew || this.shared === null) this.tellAll();
    else this.tellNews();
    if (goesOn) this.world.actions.play();
    for (const { command } of presses) this.world.ask(command);
  }

  private tellAll(): void {
    this.isAsked = false;
    this.shared = sharedOf(this.world.store.getState());
    this.count += 1;
    const { term, count, shared: state, answered } = this;
    this.send({ act: "all", term, count, state, answered });
  }

  private tellNews(): void {
    this.isWaiting = false;
    if (!this.leads) return;
    if (this.isAsked) {
      this.tellAll();
      return;
    }
    if (this.shared === null) return;
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
    if (isLaterTerm(news.term, this.term)) this.followAnother(news.term);
    if (!isSameTerm(news.term, this.term) && news.act !== "here") return;
    if (this.leads) this.hearFollower(from, news);
    else this.hearLeader(news);
  }

  private followAnother(term: LeaderTerm): void {
    const isNew = term.leader !== this.term.leader;
    if (this.leads) this.world.rest();
    this.term = term;
    if (isNew) this.askAll();
    for (const press of this.presses) this.hand(press); // what was asked in another term is not heard
  }

  private hearFollower(from: string, news: GroupNews): void {
    if (news.act === "ask") this.obey(from, news, news.isSeen);
    else if (news.act === "here") {
      this.open(news.views);
      this.isAsked = true;
      this.tellSoon(); // all that came together hear it at once
    }
  }

  private hearLeader(news: GroupNews): void {
    if (news.act === "all") this.take(news.count, news.state, news.answered);
    else if (news.act === "news" && this.shared !== null) {
      if (news.count !== this.count + 1) {
        this.askAll();
      } else {
        const { change } = news;
        this.take(news.count, change ? withDifference(this.shared, change) : this.shared, news.answered);
      }
    } else if (news.act === "lost" && this.isSeen) this.lead(true);
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
    const latest = answered[this.bus.id] ?? 0;
    this.presses = this.presses.filter(({ number }) => number > latest);
    const { shared: state } = this;
    // until the leader has answered, the figure shows what its own press made of it
    if (state && this.presses.length === 0) this.show((own) => withShared(own, state));
  }

  private show(change: (state: ExperimentState) => ExperimentState): void {
    this.isFollowing = true;
    this.world.store.setState(change(this.world.store.getState()), true);
    this.isFollowing = false;
  }

  private obey(from: string, { number, command }: Press, isSeen: boolean): void {
    const { actions, ask, store } = this.world;
    if (!this.isSeen && isSeen) return; // who is in sight leads, after a moment
    const wasObeyed = number <= (this.answered[from] ?? 0); // it was handed over twice
    this.tellSoon();
    if (wasObeyed) return;
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
  }
}
