import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { givenSchema } from "../src/config/experiment/experiment";
import { traceSchema } from "../src/config/experiment/trace";
import { recordingSchema } from "../src/config/recording/recordingSchema";
import { stateSchema } from "./stateSchema";

/** The documents that ship with a schema: the schema's file, the document's name, and what takes it. */
const SCHEMAS = {
  "apo-trace-1.json": ["apo-trace/1", traceSchema],
  "apo-state-1.json": ["apo-state/1", stateSchema],
  "apo-recording-1.json": ["apo-recording/1", recordingSchema],
  "apo-given-1.json": ["apo-given/1", givenSchema],
} as const;

/** What has a default may be left out: files from before it was there are of the format, too. */
function withoutDefaults(schema: { required?: string[]; properties?: Record<string, unknown> }): void {
  const hasDefault = (name: string) => Object.hasOwn(schema.properties?.[name] ?? {}, "default");
  if (schema.required) schema.required = schema.required.filter((name) => !hasDefault(name));
}

/** The JSON Schemas as they ship, by file below public/schema; `npm run schema` writes them, a test holds the files to them. */
export function jsonSchemas(): Record<string, string> {
  const texts = Object.entries(SCHEMAS).map(([file, [title, schema]]) => {
    const json = z.toJSONSchema(schema, {
      target: "draft-2020-12",
      override: ({ jsonSchema }) => withoutDefaults(jsonSchema),
    });
    return [file, `${JSON.stringify({ $id: file, title, ...json }, null, 2)}\n`];
  });
  return Object.fromEntries(texts);
}

if (process.argv[2] === "--write") {
  mkdirSync("public/schema", { recursive: true });
  for (const [file, text] of Object.entries(jsonSchemas())) writeFileSync(`public/schema/${file}`, text);
}
