import { PrecacheController, PrecacheRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import type { OfflineAnswer, OfflineRequest } from "../protocol/offline";

/** A file of the page: its address from the page's folder, its version where the address does not say it, its hash and its size. */
interface ShippedFile {
  url: string;
  revision: string | null;
  integrity: string;
  bytes: number;
}

declare const self: ServiceWorkerGlobalScope;

/*
 * Serves one version of the page, whole, with or without a network. A newer version is stored beside it and waits until no tab has
 * this one, or until a person takes it where no other tab is open: no page gets files of two versions. Each file is held to its hash.
 */

/** Written in by the build (`scripts/shippedFiles.mjs`). */
const FILES = self.__WB_MANIFEST as unknown as readonly ShippedFile[];

/** What is large and not needed to open the page: stored after the first visit, file by file, as the page asks for it. */
const isLater = (url: string) => url.startsWith("data/") || url.endsWith(".rest.json");

const shell = new PrecacheController({ cacheName: "apo-lab-page" });
const later = new PrecacheController({ cacheName: "apo-lab-data" });
shell.addToCacheList(FILES.filter(({ url }) => !isLater(url)));
later.addToCacheList(FILES.filter(({ url }) => isLater(url)));

/** An address is a file, and no guess at one. */
const EXACTLY = { directoryIndex: "", cleanURLs: false };

registerRoute(new PrecacheRoute(shell, EXACTLY));
registerRoute(new PrecacheRoute(later, EXACTLY));
// The page itself, whatever its link says; other documents of the site are not ours to answer.
const path = new URL(self.registration.scope).pathname;
const page = [path, `${path}index.html`].map(
  (one) => new RegExp(`^${one.replaceAll(/[.*+?^$()[\]{}|\\]/g, "\\$&")}(\\?|$)`),
);
registerRoute(new NavigationRoute(shell.createHandlerBoundToURL("index.html"), { allowlist: page }));

self.addEventListener("install", (event) => {
  // the data of a newer version, too, before it may take over: what could be done without a network still can be
  event.waitUntil(Promise.all([shell.install(event), self.registration.active ? later.install(event) : null]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([shell.activate(event), later.activate(event)]));
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (!port) return;
  const answer = (one: OfflineAnswer) => port.postMessage(one);
  event.waitUntil(obey(event, event.data as OfflineRequest).then(answer, () => answer({ type: "failed" })));
});

async function obey(event: ExtendableEvent, request: OfflineRequest): Promise<OfflineAnswer> {
  switch (request.type) {
    case "serve":
      // a page of another version would get files of this one
      if (shell.getCacheKeyForURL(request.script)) await self.clients.claim();
      return storedSoFar();
    case "store":
      return storeNext(event);
    case "take": {
      const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const isTaken = tabs.length <= 1;
      if (isTaken) await self.skipWaiting();
      return { type: "taken", isTaken };
    }
  }
}

/** Addresses of the files that are stored later and are not yet. */
async function missing(): Promise<string[]> {
  const cache = await caches.open(later.strategy.cacheName);
  const keys = new Set((await cache.keys()).map(({ url }) => url));
  return later
    .getCachedURLs()
    .filter((url) => !keys.has(new URL(later.getCacheKeyForURL(url) ?? "", self.location.href).href));
}

/** Rejects where the file does not come, or is of another version. */
async function storeNext(event: ExtendableEvent): Promise<OfflineAnswer> {
  const [url] = await missing();
  if (url) {
    const { integrity } = FILES.find((file) => new URL(file.url, self.location.href).href === url) ?? {};
    const cacheKey = later.getCacheKeyForURL(url);
    const request = new Request(url, { cache: "no-cache" });
    await Promise.all(later.strategy.handleAll({ event, request, params: { cacheKey, integrity } }));
  }
  return storedSoFar();
}

async function storedSoFar(): Promise<OfflineAnswer> {
  const left = new Set(await missing());
  const stored = FILES.filter(({ url }) => !left.has(new URL(url, self.location.href).href));
  return {
    type: "stored",
    stored: stored.length,
    of: FILES.length,
    bytes: stored.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
