import type { LandscapeSteps } from "../../protocol/landscape";
import type { WorkerEvent } from "../../protocol/messages";
import type { SweepEvent } from "../../protocol/sweep";
import { fromJsonValue, toJsonValue } from "./jsonValues";

/** What the workers said of one model, in order. */
export interface RecordedModel {
  events: readonly WorkerEvent[];
  sweep: readonly SweepEvent[];
  landscape: LandscapeSteps | null;
}

/** A model as text: an event a line. */
export function writeRecorded({ events, sweep, landscape }: RecordedModel): string {
  const line = (value: unknown) => JSON.stringify(value, toJsonValue);
  const list = (values: readonly unknown[]) => (values.length === 0 ? "[]" : `[\n${values.map(line).join(",\n")}\n]`);
  return `{"events":${list(events)},\n"sweep":${list(sweep)},\n"landscape":${line(landscape)}}\n`;
}

/** The model of such a text. */
export const readRecorded = (text: string): RecordedModel => JSON.parse(text, fromJsonValue);
