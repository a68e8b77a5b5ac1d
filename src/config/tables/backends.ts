/** What a person can ask for. `auto` lets the worker measure. */
export const BACKENDS = ["auto", "webgpu", "wasm", "cpu"] as const;
export type BackendChoice = (typeof BACKENDS)[number];
export type Backend = Exclude<BackendChoice, "auto">;

export const BACKEND_NAMES: Record<BackendChoice, string> = {
  auto: "Auto",
  webgpu: "WebGPU",
  wasm: "WASM",
  cpu: "CPU",
};

/** Where a race runs, and why there. */
export interface Environment {
  app: string;
  backend: Backend;
  /** GPU vendor and architecture, null where there is none. */
  adapter: string | null;
  /** Browser or "node 20.20.2". */
  runtime: string;
  /** One sentence for the badge: "No WebGPU adapter here, so this runs on WASM." */
  reason: string;
}
