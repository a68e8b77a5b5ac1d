import * as z from "zod/mini";

const count = z.int().check(z.positive());

/** `manifest.json` beside image sprites: images in rows of `columns`, class digits in the order of the images. */
export const spriteManifestSchema = z.object({
  classes: z.array(z.string()).check(z.minLength(2), z.maxLength(10)),
  imageWidth: count,
  imageHeight: count,
  channels: z.literal([1, 3]),
  columns: count,
  sprites: z.array(
    z.object({
      file: z.string().check(z.regex(/^[\w.-]+\.png$/)),
      split: z.enum(["train", "test"]),
      count,
      bytes: count,
      labels: z.string().check(z.regex(/^\d+$/)),
    }),
  ),
});
export type SpriteManifest = z.infer<typeof spriteManifestSchema>;
export type Sprite = SpriteManifest["sprites"][number];

const measure = z.nullable(z.number());

/** `cars.json`: the rows of vega-datasets' cars as they are, null where the source has a gap. */
export const carRowsSchema = z.array(
  z.object({
    Miles_per_Gallon: measure,
    Cylinders: measure,
    Displacement: measure,
    Horsepower: measure,
    Weight_in_lbs: measure,
    Acceleration: measure,
    /** "1970-01-01" */
    Year: z.string().check(z.regex(/^\d{4}-/)),
  }),
);
export type CarRow = z.infer<typeof carRowsSchema>[number];

const piece = z.string().check(z.minLength(1));

/** `bpe-en.json`, `bpe-de.json`: the piece of each token, the first four no text, and the pairs that are joined, in order. */
export const vocabularySchema = z.object({
  tokens: z.array(piece).check(z.minLength(5)),
  merges: z.array(z.tuple([piece, piece])),
});
