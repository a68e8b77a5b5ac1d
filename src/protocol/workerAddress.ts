/** What of Trusted Types is used here: browsers that have them start workers by nothing else under the page's policy. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): unknown;
  };
}

/** Scripts beside this one. */
const FOLDER = new URL(".", import.meta.url).href;

/** What serves the page without a network: beside the page, as its folder is what it may serve. */
const SERVICE_WORKER = new URL("../serviceWorker.js", FOLDER).href;

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/**
 * Where a worker with the script at this address is started from; throws where that is none of ours. A page without an origin,
 * as in a sandboxed frame, may start none by the address of a server: there it is a line that imports the script, which the server must
 * let others read. No blob: Chromium starts no module of such a page from one.
 */
export function workerAddress(script: string): string {
  const { trustedTypes } = self as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("apo-lab", { createScriptURL: addressOf });
  return policy ? (policy.createScriptURL(script) as string) : addressOf(script);
}

function addressOf(script: string): string {
  if (import.meta.env.PROD && !script.startsWith(FOLDER) && script !== SERVICE_WORKER)
    throw new Error(`${script} is no script of this page.`);
  if (self.origin !== "null") return script;
  return `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(script)};`)}`;
}
