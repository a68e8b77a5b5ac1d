import * as z from "zod/mini";

/** What a host may call, with what each takes. */
const ARGUMENTS = {
  play: z.tuple([]),
  pause: z.tuple([]),
  reset: z.tuple([]),
  step: z.tuple([z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000)))]),
  seek: z.tuple([z.nullable(z.int().check(z.minimum(0)))]),
  set: z.tuple([z.string(), z.union([z.number(), z.string()]), z.optional(z.object({ run: z.optional(z.string()) }))]),
  getState: z.tuple([]),
  getTrace: z.tuple([]),
  toSVG: z.tuple([z.optional(z.string())]),
  toPNG: z.tuple([
    z.optional(z.string()),
    z.optional(z.object({ scale: z.optional(z.number().check(z.minimum(0.1), z.maximum(8))) })),
  ]),
  toCSV: z.tuple([z.optional(z.string())]),
} as const;

/** Methods of an embedded figure. */
export type EmbedMethod = keyof typeof ARGUMENTS;
/** A method's arguments. */
export type EmbedArguments = { [Method in EmbedMethod]: z.infer<(typeof ARGUMENTS)[Method]> };

const METHODS = Object.keys(ARGUMENTS) as EmbedMethod[];

const apo = z.literal(1);
const id = z.union([z.string(), z.number()]);

/** The first message of a host, which comes with a `MessagePort`. */
const helloSchema = z.object({ apo, type: z.literal("hello") });

/** What a host sends by that port. */
const hostSchema = z.union([
  z.object({ apo, type: z.literal("call"), id, name: z.enum(METHODS), args: z.optional(z.array(z.unknown())) }),
  z.object({ apo, type: z.literal("event"), name: z.literal("theme"), value: z.enum(["light", "dark"]) }),
  z.object({ apo, type: z.literal("event"), name: z.literal("sight"), value: z.boolean() }),
  z.object({ apo, type: z.literal("event"), name: z.literal("bus"), value: z.unknown() }),
]);
/** A message of a host that was understood. */
export type HostMessage = z.infer<typeof hostSchema>;

/** What a figure sends to its host. */
export type FigureMessage =
  | { apo: 1; type: "result"; id: string | number; value: unknown }
  | { apo: 1; type: "result"; id: string | number; error: string }
  | { apo: 1; type: "event"; name: FigureEvent; value: unknown }
  | { apo: 1; type: "resize"; name: "resize"; value: { width: number; height: number } };

/** What a figure tells of without being asked; `key` and `bus` are between it and the host's script. */
export type FigureEvent = "ready" | "step" | "change" | "finish" | "diverge" | "error" | "key" | "bus";

export const isHello = (data: unknown): boolean => helloSchema.safeParse(data).success;

/** The message, or null for what is none of a host's. */
export function hostMessageOf(data: unknown): HostMessage | null {
  const read = hostSchema.safeParse(data);
  return read.success ? read.data : null;
}

/** The arguments of a call. Throws an error that names the method and what it takes. */
export function argumentsOf<Method extends EmbedMethod>(
  method: Method,
  given: readonly unknown[] = [],
): EmbedArguments[Method] {
  const wanted = ARGUMENTS[method];
  const filled = [...given];
  while (filled.length > 0 && filled.at(-1) === undefined) filled.pop();
  const read = wanted.safeParse(filled);
  if (read.success) return read.data as EmbedArguments[Method];
  throw new Error(`${method} was called with ${JSON.stringify(given)}. It takes ${USES[method]}.`);
}

const USES: Record<EmbedMethod, string> = {
  play: "nothing",
  pause: "nothing",
  reset: "nothing",
  step: "how many steps, 1 where nothing is said",
  seek: "a step from 0, or null for the latest",
  set: "a setting's name, a number, and { run } where only one run is meant",
  getState: "nothing",
  getTrace: "nothing",
  toSVG: "the name of a chart, the first where nothing is said",
  toPNG: "the name of a chart and { scale }, 0.1 to 8",
  toCSV: "the name of a chart, the first where nothing is said",
};
