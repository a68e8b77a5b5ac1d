/** Reads a file of `public/data` as bytes; the page fetches, the command line reads the disk. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Reports loading: fraction 0…1 and what is being done. */
export type ReportProgress = (fraction: number, detail: string) => void;
