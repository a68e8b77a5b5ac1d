import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { traceSchema } from "../src/config/experiment/trace";

/** The JSON Schema of `apo-trace/1`, as it ships; `npm run schema` writes it, a test holds the file to it. */
export function traceJsonSchema(): string {
  const schema = z.toJSONSchema(traceSchema, { target: "draft-2020-12" });
  return `${JSON.stringify({ $id: "apo-trace-1.json", title: "apo-trace/1", ...schema }, null, 2)}\n`;
}

if (process.argv[2] === "--write") {
  mkdirSync("public/schema", { recursive: true });
  writeFileSync("public/schema/apo-trace-1.json", traceJsonSchema());
}
