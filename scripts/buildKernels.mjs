// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMain } from "./fail.mjs";
import { kernelsModule, readSignatures } from "./kernelSignatures.mjs";
import { ROOT } from "./run.mjs";

/** What is made of `assembly/`: the module in base64, and its signatures in TypeScript. */
export const BINARY_FILE = "src/core/kernels/wasm/binary.ts";
export const KERNELS_FILE = "src/core/kernels/wasm/kernels.ts";

/** Compiles `assembly/` and returns the texts of both files, or throws with the compiler's words. */
export async function compileKernels() {
  const { default: asc } = await import("assemblyscript/asc");
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const binary = join(folder, "kernels.wasm");
    const { error, stderr } = await asc.main([
      join(ROOT, "assembly/index.ts"),
      ...["--outFile", binary, "-O3", "--enable", "simd", "--runtime", "stub", "--noAssert", "--bindings", "raw"],
      // tensors are where tfjs-backend-wasm has them
      ...["--importMemory", "--noExportMemory", "--initialMemory", "1", "--use", "abort="],
    ]);
    if (error) throw new Error(`assembly/ does not compile.\n${stderr.toString()}`);
    const bytes = readFileSync(binary);
    const signatures = readSignatures(readFileSync(join(folder, "kernels.d.ts"), "utf8"));
    requireAll(bytes, signatures);
    return { [BINARY_FILE]: binaryModule(bytes), [KERNELS_FILE]: formatted(KERNELS_FILE, kernelsModule(signatures)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Buffer} bytes */
function binaryModule(bytes) {
  const lines = bytes.toString("base64").match(/.{1,110}/g) ?? [];
  return `// biome-ignore-all lint/style/noExcessiveLinesPerFile: written by \`npm run kernels\`

/** The module that \`npm run kernels\` compiles from \`assembly/\`, in base64. */\nexport const BINARY = [\n${lines.map((line) => `  "${line}",\n`).join("")}].join("");\n`;
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
