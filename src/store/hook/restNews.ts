import type { WorkerEvent } from "../../protocol/messages";

/** What the workers of an experiment have told of their rest. */
export interface RestNews {
  experiment: string;
  /** The newest question that the training worker has answered (`tellRest`). */
  question: number;
  /** Analyses it has asked for when it told last, and those that are done with. */
  asked: number;
  answered: number;
}

/** Nobody has told anything. */
export const noRestNews = (experiment = ""): RestNews => ({ experiment, question: 0, asked: 0, answered: 0 });

/** The news with those of an event. */
export function withRestNews(news: RestNews, event: WorkerEvent): RestNews {
  if (event.type !== "atRest" && event.type !== "analysed") return news;
  const before = news.experiment === event.experiment ? news : noRestNews(event.experiment);
  return event.type === "atRest"
    ? { ...before, question: event.question, asked: event.analyses }
    : { ...before, answered: event.analyses };
}
