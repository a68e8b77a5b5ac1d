// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMain } from "./fail.mjs";
import { kernelsModule, readSignatures } from "./kernelSignatures.mjs";
import { ROOT } from "./run.mjs";

/**
 * A module of `assembly/`: in base64 as `constant`, and its signatures in TypeScript as the interface `type`, in a folder of the kernels.
 * @typedef {{ entry: string, binary: string, constant: string, kernels: string, type: string }} KernelModule
 */

/** That of every page, and that of networks of nodes, which is fetched with them. */
export const KERNEL_MODULES = [
  {
    entry: "assembly/index.ts",
    binary: "src/core/kernels/wasm/binary.ts",
    constant: "BINARY",
    kernels: "src/core/kernels/wasm/kernels.ts",
    type: "WasmKernels",
  },
  {
    entry: "assembly/graph/index.ts",
    binary: "src/core/kernels/wasm/graph/binary.ts",
    constant: "GRAPH_BINARY",
    kernels: "src/core/kernels/wasm/graph/kernels.ts",
    type: "GraphKernels",
  },
];

/** Compiles `assembly/` and returns the texts of all files by their paths, or throws with the compiler's words. */
export async function compileKernels() {
  /** @type {Record<string, string>} */
  const texts = {};
  for (const module of KERNEL_MODULES) Object.assign(texts, await compileModule(module));
  return texts;
}

/** @param {KernelModule} module */
async function compileModule(module) {
  const { default: asc } = await import("assemblyscript/asc");
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const binary = join(folder, "kernels.wasm");
    const { error, stderr } = await asc.main([
      join(ROOT, module.entry),
      ...["--outFile", binary, "-O3", "--enable", "simd", "--runtime", "stub", "--noAssert", "--bindings", "raw"],
      // tensors are where tfjs-backend-wasm has them
      ...["--importMemory", "--noExportMemory", "--initialMemory", "1", "--use", "abort="],
    ]);
    if (error) throw new Error(`${module.entry} does not compile.\n${stderr.toString()}`);
    const bytes = readFileSync(binary);
    const signatures = readSignatures(readFileSync(join(folder, "kernels.d.ts"), "utf8"));
    requireAll(bytes, signatures);
    return {
      [module.binary]: binaryModule(bytes, module),
      [module.kernels]: formatted(module.kernels, kernelsModule(signatures, module)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Buffer} bytes
 * @param {KernelModule} module
 */
function binaryModule(bytes, { entry, constant }) {
  const lines = bytes.toString("base64").match(/.{1,110}/g) ?? [];
  return `// biome-ignore-all lint/style/noExcessiveLinesPerFile: written by \`npm run kernels\`

/** The module that \`npm run kernels\` compiles from \`${entry}\`, in base64. */\nexport const ${constant} = [\n${lines.map((line) => `  "${line}",\n`).join("")}].join("");\n`;
}

/**
 * Throws where the binary exports other functions, or with other numbers of arguments, than the signatures say.
 * @param {Buffer} bytes
 * @param {readonly import("./kernelSignatures.mjs").Signature[]} signatures
 */
function requireAll(bytes, signatures) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)), { env: { memory } });
  const listOf = (/** @type {[name: string, count: number][]} */ counts) =>
    counts.map(([name, count]) => `${name}(${count})`).sort();
  const inBinary = listOf(
    Object.entries(exports).map(([name, value]) => [name, Number(/** @type {Function} */ (value).length)]),
  );
  const read = listOf(signatures.map(({ name, parameters }) => [name, parameters.length]));
  if (inBinary.join() !== read.join())
    throw new Error(`The binary exports ${inBinary.join(", ")}, but the compiler declares ${read.join(", ")}.`);
}

/**
 * @param {string} path
 * @param {string} text
 */
function formatted(path, text) {
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "format", `--stdin-file-path=${path}`];
  return execFileSync(process.execPath, args, { cwd: ROOT, input: text, encoding: "utf8" });
}

if (import.meta.filename === process.argv[1])
  await runMain(async () => {
    for (const [path, text] of Object.entries(await compileKernels())) writeFileSync(join(ROOT, path), text);
  });
