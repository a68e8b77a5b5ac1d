import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const REPOSITORY = fileURLToPath(new URL("..", import.meta.url));

/** What `npm run dev` serves, in a copy that a test may edit. */
export interface DevServer {
  address: string;
  /** Replaces words in a source file, as an editor that saves it. Throws where they are not in it. */
  edit(file: string, before: string, after: string): Promise<void>;
  close(): Promise<void>;
}

/** Copies the sources to a folder of their own and serves them with the repository's configuration. */
export async function serveScratchCopy(): Promise<DevServer> {
  const root = await mkdtemp(join(tmpdir(), "apo-lab-dev-"));
  for (const part of [
    "src",
    "scripts",
    "public/recorded",
    "index.html",
    "package.json",
    "tsconfig.json",
    "vite.config.ts",
  ])
    await cp(join(REPOSITORY, part), join(root, part), { recursive: true });
  await symlink(join(REPOSITORY, "node_modules"), join(root, "node_modules"));
  const server = await createServer({
    root,
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, "cache/node_modules/.vite"), // below node_modules, so that nobody transforms what is bundled
    logLevel: "error",
    server: { port: 0, fs: { strict: false } },
  });
  await server.listen();
  return {
    address: server.resolvedUrls?.local[0] ?? "",
    async edit(file, before, after) {
      const text = await readFile(join(root, file), "utf8");
      if (!text.includes(before)) throw new Error(`${file} does not hold "${before}".`);
      await writeFile(join(root, file), text.replace(before, after));
    },
    async close() {
      await server.close();
      await rm(root, { recursive: true });
    },
  };
}
