import type * as z from "zod/mini";
import { type Note, quote } from "./notes";

/** What a schema found wrong with a value from a file, one note for each place in it. `before` stands before the places. */
export function issueNotes(error: z.core.$ZodError, value: unknown, before: string, remedy: string): Note[] {
  return error.issues.map((issue) => ({
    title: `${before}${issue.path.join(".") || "its top"}`,
    detail: `Found ${quote(valueAt(value, issue.path))}. ${allowedBy(issue)}`,
    remedy,
  }));
}

function allowedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `Allowed: a value of type ${issue.expected}.`;
  if (issue.code === "invalid_value") return `Allowed: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "too_small") return `Allowed: ${issue.minimum} or more.`;
  if (issue.code === "too_big") return `Allowed: ${issue.maximum} or less.`;
  if (issue.code === "unrecognized_keys") return `It has no part ${issue.keys.map(quote).join(", ")}.`;
  return `It does not fit the format (${issue.code}).`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}
