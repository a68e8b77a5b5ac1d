import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ARCHIVE_CHANNEL } from "../../config/tables/archive/archiveFolder";
import { openImageFile } from "./imageFile";

const IMAGES = 40;
const pixels = Uint8Array.from({ length: 3072 * IMAGES }, (_, i) => (i * 11 + (i >> 8)) % 253);

/** A handle of a browser on these pixels, and a clock that each read moves. */
class Handle {
  static mode = "read-only";
  isOpen = true;
  reads = 0;
  clock = 0;
  constructor(private readonly readMs: number) {}

  read(into: Uint8Array, { at }: { at: number }): number {
    if (!this.isOpen) throw new Error("The handle is closed.");
    this.reads++;
    this.clock += this.readMs;
    const part = pixels.subarray(at, at + into.length);
    into.set(part);
    return part.length;
  }
  close(): void {
    this.isOpen = false;
  }
}

/** The browser's files, with one of them. */
function browserWith(handle: Handle, name: string): void {
  const missing = () => Promise.reject(new DOMException("none", "NotFoundError"));
  const file = { createSyncAccessHandle: async () => handle };
  const folder = { getFileHandle: (asked: string) => (asked === name ? Promise.resolve(file) : missing()) };
  const root = { getDirectoryHandle: async () => folder };
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => root } });
}

beforeEach(() => {
  vi.stubGlobal("FileSystemSyncAccessHandle", { prototype: { mode: "read-only" } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("reads images where they lie, and has them in memory once their archive is to be deleted", async () => {
  const handle = new Handle(0.002);
  browserWith(handle, "cifar100.abc.train");
  const length = 3072 * (IMAGES - 1);
  const file = await openImageFile("cifar100", "abc", length, () => handle.clock);
  expect(file?.length).toBe(length);
  expect(await openImageFile("cifar100", "abc", length)).toBe(file); // of another seed
  const parts = [0, 7, 38].map((image) => [3072 * image, 3072 * (image + 1)] as const);
  const expectAll = () => {
    for (const [from, to] of parts) expect(file?.subarray(from, to)).toEqual(pixels.subarray(from, to));
  };
  expectAll();
  const channel = new BroadcastChannel(ARCHIVE_CHANNEL);
  try {
    channel.postMessage("cifar10"); // another
    channel.postMessage("cifar100");
    await expect.poll(() => handle.isOpen).toBe(false);
  } finally {
    channel.close();
  }
  const { reads } = handle;
  expectAll();
  expect(handle.reads).toBe(reads);
});

it("leaves files alone that take long, are not there, or that the browser cannot share", async () => {
  const slow = new Handle(0.7); // as in a private window of Chromium
  browserWith(slow, "cifar100.slow.train");
  expect(await openImageFile("cifar100", "slow", pixels.length, () => slow.clock)).toBeNull();
  expect(slow.isOpen).toBe(false);
  expect(await openImageFile("cifar100", "other", pixels.length)).toBeNull();
  vi.stubGlobal("FileSystemSyncAccessHandle", { prototype: {} });
  browserWith(new Handle(0), "cifar100.alone.train");
  expect(await openImageFile("cifar100", "alone", pixels.length)).toBeNull();
});
