/**
 * Where a module worker with the script at this address is started from. A page without an origin, as in a sandboxed frame, may
 * start none by the address of a server: there it is a line that imports the script, which the server must let others read.
 * No blob: Chromium starts no module of such a page from one.
 */
export function workerAddress(script: string): string {
  if (self.origin !== "null") return script;
  return `data:text/javascript,${encodeURIComponent(`import ${JSON.stringify(script)};`)}`;
}
