import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { traceSchema } from "../src/config/experiment/trace";
import { recordingSchema } from "../src/config/recording/recordingSchema";

/** The JSON Schema of `apo-trace/1`, as it ships; `npm run schema` writes it, a test holds the file to it. */
export const traceJsonSchema = (): string => jsonSchema("apo-trace", traceSchema);

/** That of `apo-recording/1`. */
export const recordingJsonSchema = (): string => jsonSchema("apo-recording", recordingSchema);

function jsonSchema(name: string, schema: typeof traceSchema | typeof recordingSchema): string {
  const json = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return `${JSON.stringify({ $id: `${name}-1.json`, title: `${name}/1`, ...json }, null, 2)}\n`;
}

if (process.argv[2] === "--write") {
  mkdirSync("public/schema", { recursive: true });
  writeFileSync("public/schema/apo-trace-1.json", traceJsonSchema());
  writeFileSync("public/schema/apo-recording-1.json", recordingJsonSchema());
}
