import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen, readPort, serveBuild } from "./serve.mjs";

/** A port that something else holds, and a way to let go of it. */
async function holdPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Runs `npm start`'s script with a PORT and returns how it ended. */
function start(port: string): Promise<{ status: number; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, "start.mjs")],
      { env: { ...process.env, PORT: port }, timeout: 60_000 },
      (_, __, errors) => resolve({ status: child.exitCode ?? -1, errors }),
    );
  });
}

describe("the port of npm start", () => {
  it("is 4173 where PORT is unset or empty", () => {
    expect([readPort(undefined, 4173), readPort("", 4173), readPort("8080", 4173)]).toEqual([4173, 4173, 8080]);
  });

  it.each(["0", "65536", "80a", "-1", "3.5", "4e3", " 80"])("may not be %j", (text) => {
    expect(() => readPort(text, 4173)).toThrow(`PORT is "${text}": give a whole number from 1 to 65535`);
  });

  it("ends the start with exit status 1 and the remedy when it is not a port", async () => {
    const { status, errors } = await start("abc");
    expect(status).toBe(1);
    expect(errors.trim()).toBe('PORT is "abc": give a whole number from 1 to 65535, for example PORT=8080 npm start.');
  });

  it("ends the start with exit status 1 and the remedy when it is in use", async () => {
    const { port, release } = await holdPort();
    const { status, errors } = await start(String(port));
    await release();
    expect(status).toBe(1);
    expect(errors.trim()).toBe(
      `Port ${port} is in use by another program. Choose another with the environment variable PORT, for example PORT=8080 npm start.`,
    );
  });
});

describe("the server of the build", () => {
  const directory = mkdtempSync(join(tmpdir(), "apo-serve-"));
  let home = "";
  let close: () => Promise<void>;

  beforeAll(async () => {
    mkdirSync(join(directory, "assets"));
    writeFileSync(join(directory, "index.html"), "<h1>page</h1>");
    writeFileSync(join(directory, "assets", "kernels.wasm"), "");
    const { port, release } = await holdPort();
    await release();
    close = await listen(port, await serveBuild("/some/folder/", directory));
    home = `http://localhost:${port}`;
  });

  afterAll(async () => {
    await close();
    rmSync(directory, { recursive: true });
  });

  it("answers with the page at the folder it is mounted at, also when there is a query", async () => {
    for (const query of ["", "?task=sine"]) {
      const response = await fetch(`${home}/some/folder/${query}`);
      expect([response.status, await response.text()]).toEqual([200, "<h1>page</h1>"]);
    }
  });

  it("gives WebAssembly its type, which browsers insist on to stream it", async () => {
    const response = await fetch(`${home}/some/folder/assets/kernels.wasm`);
    expect(response.headers.get("content-type")).toBe("application/wasm");
  });

  it.each(["/", "/assets/kernels.wasm", "/some/folder/missing.png"])("has nothing at %s", async (path) => {
    expect((await fetch(home + path)).status).toBe(404);
  });
});
