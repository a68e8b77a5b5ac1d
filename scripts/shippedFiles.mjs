// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { ROOT } from "./run.mjs";

/** What of `dist` the page works with: not the words for people who run it, nor the element for pages of others. */
export const SHIPPED = [
  "{index.html,favicon.svg,claims.json}",
  "assets/*",
  "recorded/*.json",
  "scenes/*.json",
  "data/**/*.{json,png,tsv}",
];

/** As an attribute `integrity` names what a file must be. @param {Buffer | string} bytes */
export const integrityOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/**
 * The list of files that the service worker holds: each with its hash, by which a file of another version is refused, and its size.
 * @type {import("workbox-build").ManifestTransform}
 */
export const shippedFiles = (entries) => ({
  manifest: entries.map(({ url, revision, size }) => {
    const isHashed = url.startsWith("assets/");
    const integrity = integrityOf(readFileSync(`${ROOT}dist/${url}`));
    return { url, revision: isHashed ? null : revision, integrity, bytes: size, size };
  }),
  warnings: [],
});
