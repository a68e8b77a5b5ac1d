// @ts-check

/**
 * @typedef {{ name: string, type: string }} Parameter
 * @typedef {{ name: string, source: string, parameters: Parameter[], returns: string }} Signature
 */

/** Types of AssemblyScript that are plain numbers in JavaScript, and that the kernels use. */
const NUMBERS = new Set(["usize", "i32", "f32", "f64"]);

/** What a kernel's name is followed by in the name of the function that gives the bytes of its scratch space. */
const SCRATCH = "Scratch";

/**
 * The exported functions in the declarations that the AssemblyScript compiler writes (`--bindings raw`).
 * @param {string} declarations
 * @returns {Signature[]}
 */
export function readSignatures(declarations) {
  const found = declarations.matchAll(
    /\/\*\*\n([^/]*\/[^@]*?)\n((?:\s*\* @.*\n)*)\s*\*\/\n\s*export function (\w+)\(/g,
  );
  return [...found].map(([, path = "", tags = "", name = ""]) => {
    const parameters = [...tags.matchAll(/@param (\w+) `(\w+)`/g)].map(([, parameter = "", type = ""]) => ({
      name: parameter,
      type,
    }));
    const returns = /@returns `(\w+)`/.exec(tags)?.[1] ?? "void";
    const source = path.replace(/^[\s*]+/, "").replace(/\/\w+$/, ".ts");
    return { name, source, parameters, returns };
  });
}

/**
 * The text of a module's signatures in TypeScript, or throws with what is wrong with the exports of its entry.
 * @param {readonly Signature[]} signatures
 * @param {{ entry: string, type: string }} module
 * @returns {string}
 */
export function kernelsModule(signatures, { entry, type }) {
  for (const signature of signatures) requireNumbers(signature);
  const kernels = signatures.filter(({ name }) => !name.endsWith(SCRATCH));
  const sizes = new Map(signatures.filter(({ name }) => name.endsWith(SCRATCH)).map((size) => [size.name, size]));
  for (const kernel of kernels) requireScratch(kernel, sizes);
  for (const name of sizes.keys())
    if (!kernels.some((kernel) => kernel.name + SCRATCH === name)) throw new Error(`${name} belongs to no kernel.`);
  const types = [...NUMBERS].filter((number) =>
    signatures.some(({ parameters, returns }) => returns === number || parameters.some((each) => each.type === number)),
  );
  return `// biome-ignore-all lint/style/noExcessiveLinesPerFile: written by \`npm run kernels\`, from the signatures in \`assembly/\`

${types.map((number) => `type ${number} = number;\n`).join("")}
/**
 * What \`${entry}\` exports, its arguments by name and without \`scratch\`. Tensors are addresses of their first value, rows
 * and columns of \`multiply\` are strides in bytes, and all else counts values.
 */
export interface ${type} {
${kernels.map(methodType).join("\n")}
}

/** The kernels of an instance of the module, each with the space it asks for: \`scratch\` gives the address of so many bytes. */
export function bind${type}(instance: WebAssembly.Instance, scratch: (bytes: number) => number): ${type} {
  type Export = (...numbers: number[]) => number;
  const wasm = instance.exports as Record<keyof ${type} | \`\${keyof ${type}}${SCRATCH}\`, Export>;
  return {
${kernels.map((kernel) => method(kernel, sizes)).join("\n")}
  };
}
`;
}

/** @param {Signature} kernel */
const named = ({ parameters }) => parameters.filter(({ name }) => name !== "scratch");

/** @param {Signature} kernel */
function methodType(kernel) {
  const fields = named(kernel).map(({ name, type }) => `${name}: ${type}`);
  return `/** \`${kernel.source}\` */\n${kernel.name}(numbers: { ${fields.join("; ")} }): ${kernel.returns};`;
}

/**
 * @param {Signature} kernel
 * @param {ReadonlyMap<string, Signature>} sizes
 */
function method(kernel, sizes) {
  const size = sizes.get(kernel.name + SCRATCH);
  const bytes = size && `wasm.${size.name}(${size.parameters.map(({ name }) => name).join(", ")})`;
  const values = kernel.parameters.map(({ name }) => (name === "scratch" ? `scratch(${bytes})` : name));
  const names = named(kernel).map(({ name }) => name);
  return `${kernel.name}: ({ ${names.join(", ")} }) => wasm.${kernel.name}(${values.join(", ")}),`;
}

/** @param {Signature} signature */
function requireNumbers({ name, parameters, returns }) {
  for (const type of [...parameters.map((each) => each.type), ...(returns === "void" ? [] : [returns])])
    if (!NUMBERS.has(type))
      throw new Error(`${name} has a value of type ${type}; a kernel takes and returns ${[...NUMBERS].join(", ")}.`);
}

/**
 * @param {Signature} kernel
 * @param {ReadonlyMap<string, Signature>} sizes
 */
function requireScratch({ name, parameters }, sizes) {
  const names = parameters.map((parameter) => parameter.name);
  const size = sizes.get(name + SCRATCH);
  if (names.includes("scratch") !== (size !== undefined))
    throw new Error(
      size
        ? `${name} takes no \`scratch\`, but there is ${size.name}.`
        : `${name} takes \`scratch\`: export ${name}${SCRATCH}.`,
    );
  for (const parameter of size?.parameters ?? [])
    if (!names.includes(parameter.name))
      throw new Error(`${name}${SCRATCH} asks for ${parameter.name}, which ${name} does not have.`);
}
