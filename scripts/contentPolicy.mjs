// @ts-check
import { createHash } from "node:crypto";

/** What every script of the page may do, in the page and in its workers: load from its own server alone, and run WebAssembly. */
const EVERYWHERE = ["default-src 'none'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"];

/** Workers are started by a policy of this name (`src/protocol/workerAddress.ts`), nothing else makes script of text. */
const TRUSTED = ["require-trusted-types-for 'script'", "trusted-types apo-lab"];

/** As a policy names what stands inside the page. @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * The Content-Security-Policy of the page: its inline scripts and sheets by their hashes, no other, and no origin but its own. A frame
 * without an origin starts workers by `data:` (`workerAddress.ts`).
 * @param {string} html
 */
export function policyOf(html) {
  /** @param {string} tag */
  const hashes = (tag) =>
    [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text]) => hashOf(text ?? "")).join(" ");
  return [
    ...EVERYWHERE,
    `script-src 'self' 'wasm-unsafe-eval' ${hashes("script")}`,
    "worker-src 'self' data:",
    `style-src 'self' ${hashes("style")}`,
    "img-src 'self' data: blob:",
    "frame-src 'self'", // the preview of an embed
    ...TRUSTED,
  ].join("; ");
}

/** That of a worker, which has no page to take it from: a header of its script. */
export const WORKER_POLICY = [
  ...EVERYWHERE,
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  ...TRUSTED,
].join("; ");

/** Writes the policy into the built page, before anything that it is about. @returns {import("vite").Plugin} */
export const contentPolicy = () => ({
  name: "content-policy",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const first = '<meta charset="utf-8" />';
      if (!html.includes(first)) throw new Error(`The page has no ${first} to write its policy behind.`);
      return html.replace(
        first,
        `${first}\n    <meta http-equiv="Content-Security-Policy" content="${policyOf(html)}" />`,
      );
    },
  },
});
