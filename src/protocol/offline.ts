/** What the page asks of the service worker. Each asks by a port, on which it is answered. */
export type OfflineRequest =
  /** To serve the page with this script from now on, where it is of the same version. */
  | { type: "serve"; script: string }
  /** To store the next file of those that are not stored yet. */
  | { type: "store" }
  /** To take the place of the version before, where no other tab has that. */
  | { type: "take" };

/** Files that are stored and files in all, with the bytes of those that are stored. */
export interface StoredFiles {
  stored: number;
  of: number;
  bytes: number;
}

/** What the service worker answers: to `store` what is stored by then, to `take` whether it takes over. */
export type OfflineAnswer =
  | ({ type: "stored" } & StoredFiles)
  | { type: "taken"; isTaken: boolean }
  | { type: "failed" };
