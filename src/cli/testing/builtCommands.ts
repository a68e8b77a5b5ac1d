import { mkdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Compiles files of `src/cli` to scripts of the same names in a new folder, which it returns: Node starts them in a third of the
 * time that tsx takes to compile them at each start. Packages stay where they are, and the folder is as deep as `src/cli`, so that
 * the scripts find the project's files. The caller removes it.
 */
export async function buildCommands(...names: string[]): Promise<string> {
  const cache = join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, "cli-"));
  await build({
    entryPoints: names.map((name) => join(ROOT, `src/cli/${name}.ts`)),
    outdir,
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  return outdir;
}
