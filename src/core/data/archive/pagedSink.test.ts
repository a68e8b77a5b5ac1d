import { expect, it } from "vitest";
import { stream } from "../../random";
import { MemorySink } from "./archiveSink";
import { PagedSink } from "./pagedSink";

const IMAGE = 3072;

/** What the image of a place is filled with. */
const byteOf = (place: number) => 1 + (place % 251);

/** Writes images to some of so many places in an order, each filled with its own byte; what came of it, and in how many writes. */
function written(order: readonly number[], places = order.length) {
  const memory = new MemorySink({ train: places * IMAGE, test: 0 });
  let writes = 0;
  const sink = new PagedSink({
    write(split, bytes, at) {
      writes += 1;
      memory.write(split, bytes, at);
    },
  });
  const image = new Uint8Array(IMAGE);
  for (const place of order) sink.write("train", image.fill(byteOf(place)), place * IMAGE);
  sink.flush();
  return { bytes: memory.bytesOf("train"), writes };
}

it.each([
  ["in order", (count: number) => Array.from({ length: count }, (_, i) => i), 8],
  // 100 classes one after another, each image 100 places after the one before
  [
    "class by class",
    (count: number) => Array.from({ length: count }, (_, i) => (i % 40) * 100 + Math.floor(i / 40)),
    8,
  ],
  ["in no order", (count: number) => [...stream(1, "order").permutation(count)], 8],
])("passes on 4,000 images that come %s, each to its place, in a page's writes", (_, orderOf, writes) => {
  const result = written(orderOf(4000));
  expect(result.writes).toBe(writes);
  expect(result.bytes.length).toBe(4000 * IMAGE);
  const places = Array.from({ length: 4000 }, (_, place) => place);
  expect(places.map((place) => result.bytes[place * IMAGE])).toEqual(places.map(byteOf));
  expect(places.map((place) => result.bytes[(place + 1) * IMAGE - 1])).toEqual(places.map(byteOf));
});

it("holds no more than so many pages, whatever the order", () => {
  // each image into another page than the 29 before; of each page the first 20 images
  const order = Array.from({ length: 600 }, (_, i) => (i % 30) * 500 + Math.floor(i / 30));
  const { bytes, writes } = written(order, 15_000);
  expect(writes).toBeGreaterThan(30);
  expect(order.map((place) => bytes[place * IMAGE])).toEqual(order.map(byteOf));
});
