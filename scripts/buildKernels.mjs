// @ts-check
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runMain } from "./fail.mjs";
import { ROOT } from "./run.mjs";

const OUTPUT = join(ROOT, "src/core/kernels/wasm/binary.ts");

/** Compiles `assembly/` and returns the text of `src/core/kernels/wasm/binary.ts`, or throws with the compiler's words. */
export async function compileKernels() {
  const { default: asc } = await import("assemblyscript/asc");
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const binary = join(folder, "kernels.wasm");
    const { error, stderr } = await asc.main([
      join(ROOT, "assembly/index.ts"),
      ...["--outFile", binary, "-O3", "--enable", "simd", "--runtime", "stub", "--noAssert"],
      // tensors are where tfjs-backend-wasm has them
      ...["--importMemory", "--noExportMemory", "--initialMemory", "1", "--use", "abort="],
    ]);
    if (error) throw new Error(`assembly/ does not compile.\n${stderr.toString()}`);
    const lines =
      readFileSync(binary)
        .toString("base64")
        .match(/.{1,110}/g) ?? [];
    return `/** The module that \`npm run kernels\` compiles from \`assembly/\`, in base64. */\nexport const BINARY = [\n${lines.map((line) => `  "${line}",\n`).join("")}].join("");\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) await runMain(async () => writeFileSync(OUTPUT, await compileKernels()));
