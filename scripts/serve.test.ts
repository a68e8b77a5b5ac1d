import { execFile } from "node:child_process";
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
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

/** An answer as it came over the line: nothing is normalised on the way out, nothing decompressed on the way in. */
interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

describe("the server of the build", () => {
  const directory = mkdtempSync(join(tmpdir(), "apo-serve-"));
  const script = "export const step = 1;\n".repeat(500);
  let port = 0;
  let close: () => Promise<void>;

  beforeAll(async () => {
    mkdirSync(join(directory, "dist", "assets"), { recursive: true });
    const write = (name: string, content: string | Buffer) => writeFileSync(join(directory, "dist", name), content);
    write("index.html", "<h1>page</h1>");
    write("assets/kernels.wasm", Buffer.alloc(5000));
    write("assets/lab-1.js", script);
    write("digits.txt", "0123456789");
    writeFileSync(join(directory, "secret.txt"), "beside the build");
    const held = await holdPort();
    port = held.port;
    await held.release();
    close = await listen(port, await serveBuild("/some/folder/", join(directory, "dist")));
  });

  afterAll(async () => {
    await close();
    rmSync(directory, { recursive: true });
  });

  /** Asks for a path below the folder that the build is mounted at. */
  function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { host: "localhost", port, path: `/some/folder${path}`, method, headers };
      const sent = request(options, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end();
    });
  }

  const text = ({ status, body }: Answer) => [status, body.toString()];
  const expectAlive = async () => expect(text(await ask("/digits.txt"))).toEqual([200, "0123456789"]);

  it("answers with the page at the folder it is mounted at, also when there is a query", async () => {
    for (const query of ["", "?task=sine"]) expect(text(await ask(`/${query}`))).toEqual([200, "<h1>page</h1>"]);
  });

  it("gives WebAssembly its type, which browsers insist on to stream it", async () => {
    const { headers } = await ask("/assets/kernels.wasm");
    expect(headers["content-type"]).toBe("application/wasm");
  });

  it.each([
    ["/", "no-cache"],
    ["/assets/lab-1.js", "public, max-age=31536000, immutable"],
    ["/missing.js", "no-store"],
  ])("lets %s be kept as its name allows: %s", async (path, caching) => {
    expect((await ask(path)).headers["cache-control"]).toBe(caching);
  });

  it.each([
    ["/", "GET", 200],
    ["/assets/lab-1.js", "GET", 200],
    ["/assets/lab-1.js", "HEAD", 200],
    ["/missing.js", "GET", 404],
    ["/", "POST", 405],
  ])("lets other pages read %s, and nobody guess its kind: %s, %i", async (path, method, status) => {
    const answer = await ask(path, {}, method);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    const policy = path.endsWith(".js") && status === 200 ? expect.stringContaining("connect-src 'self'") : undefined;
    expect(answer.headers["content-security-policy"]).toEqual(policy);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("takes no %s, and says what it takes", async (method) => {
    const { status, headers } = await ask("/", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it("answers HEAD without a body", async () => {
    expect(text(await ask("/digits.txt", {}, "HEAD"))).toEqual([200, ""]);
    expect(text(await ask("/missing.txt", {}, "HEAD"))).toEqual([404, ""]);
  });

  it.each([
    ["bytes=2-5", 206, "2345", "bytes 2-5/10"],
    ["bytes=-3", 206, "789", "bytes 7-9/10"],
    ["bytes=8-99", 206, "89", "bytes 8-9/10"],
    ["bytes=5-2", 416, "The file has no such range: /digits.txt", "bytes */10"],
    ["bytes=10-", 416, "The file has no such range: /digits.txt", "bytes */10"],
    ["bytes=x-y", 200, "0123456789", undefined],
    ["lines=1-2", 200, "0123456789", undefined],
  ])("answers Range: %s with %i, and lives on", async (range, status, body, contentRange) => {
    const answer = await ask("/digits.txt", { range, "accept-encoding": "br" });
    expect([...text(answer), answer.headers["content-range"]]).toEqual([status, body, contentRange]);
    await expectAlive();
  });

  it.each([
    ["/missing.png", 404],
    ["/%E0%A4%A", 400],
    ["/%00", 400],
    ["/digits.txt%00.png", 400],
    ["/%", 400],
    ["/../secret.txt", 404],
    ["/../../secret.txt", 404],
    ["/%2e%2e/secret.txt", 404],
    ["/..%2fsecret.txt", 404],
    ["/..%5csecret.txt", 404],
    ["/assets", 404],
    ["//host//", 404],
    ["/.env", 404],
  ])("has nothing at %s: %i, and lives on", async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).not.toContain("beside the build");
    expect(answer.headers["content-type"]).toBe("text/plain; charset=utf-8");
    await expectAlive();
  });

  it.each(["/", "/assets/lab-1.js", "http://localhost/some/folder/"])(
    "has nothing beside its folder: %s",
    async (path) => {
      expect((await ask(`/../..${path}`)).status).toBe(404);
    },
  );

  it("answers 404 for a file that vanished, before it is looked for and just after, and lives on", async () => {
    const path = join(directory, "dist", "assets", "old-1.js");
    writeFileSync(path, script);
    expect((await ask("/assets/old-1.js")).status).toBe(200);
    rmSync(path);
    expect(text(await ask("/assets/old-1.js"))).toEqual([404, "Not found: /assets/old-1.js"]);

    writeFileSync(path, script);
    const open = fs.createReadStream;
    vi.spyOn(fs, "createReadStream").mockImplementationOnce((...args) => {
      rmSync(path);
      return open(...args);
    });
    const vanished = await ask("/assets/old-1.js", { "accept-encoding": "br" });
    vi.restoreAllMocks();
    expect(text(vanished)).toEqual([404, "Not found: /assets/old-1.js"]);
    expect(vanished.headers).toMatchObject({ "cache-control": "no-store" });
    expect(vanished.headers.etag).toBeUndefined();
    await expectAlive();
  });

  it.each([
    ["br", "br", brotliDecompressSync],
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["identity", undefined, (body: Buffer) => body],
  ])("compresses a script for who takes %s, by %s", async (accepted, encoding, decompress) => {
    const { headers, body } = await ask("/assets/lab-1.js", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers.vary).toMatch(/accept-encoding/i);
    expect(decompress(body).toString()).toBe(script);
    if (encoding) expect(body.length).toBeLessThan(script.length / 20);
  });

  it("sends nothing again that has not changed", async () => {
    const { headers } = await ask("/assets/lab-1.js", { "accept-encoding": "br" });
    const again = await ask("/assets/lab-1.js", { "accept-encoding": "br", "if-none-match": String(headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });
});
