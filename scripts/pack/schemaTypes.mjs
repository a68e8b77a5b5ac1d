// @ts-check

/**
 * A JSON Schema as `npm run schema` writes it, as a type of TypeScript. Knows the words that those schemas use, and throws for others.
 * @param {any} schema
 * @returns {string}
 */
export function typeOf(schema) {
  if (schema.anyOf) return union(schema.anyOf.map(typeOf));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((/** @type {unknown} */ word) => JSON.stringify(word)));
  if (Array.isArray(schema.type))
    return union(schema.type.map((/** @type {string} */ type) => typeOf({ ...schema, type })));
  if (schema.type === "array") return `(${schema.items ? typeOf(schema.items) : "unknown"})[]`;
  if (schema.type === "object") return objectOf(schema);
  if (schema.type === "integer") return "number";
  if (["string", "number", "boolean", "null"].includes(schema.type)) return schema.type;
  if (Object.keys(schema).length === 0) return "unknown";
  throw new Error(`No type for the schema ${JSON.stringify(schema).slice(0, 200)}`);
}

/** @param {any} schema */
function objectOf({ properties = {}, required = [], additionalProperties }) {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeOf(field)};`,
  );
  const isLoose = additionalProperties && typeof additionalProperties === "object";
  if (isLoose && fields.length === 0)
    return `Record<string, ${Object.keys(additionalProperties).length ? typeOf(additionalProperties) : "unknown"}>`;
  return `{ ${fields.join(" ")}${isLoose ? " [name: string]: unknown;" : ""} }`;
}

/** @param {string[]} types */
const union = (types) => [...new Set(types)].join(" | ");
