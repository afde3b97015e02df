// Lets a page that belongs to one phone be opened again without a line: what it has kept is answered where the network is not.
/** It rules the pages that lie beside it. */
const PAGE = self.location.pathname.replace(/[^/]*$/, '')
const KEPT = PAGE === '/g/' ? 'lantern-leader' : `lantern${PAGE}`
const PATIENCE_MS = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetchPage(request))
  else if (/^\/(viewer\/assets|pictures)\//.test(pathname)) event.respondWith(keptFirst(request))
})

/** Each of these pages is the same page: the kept one is as good where the network is not, or answers with a fault, or not soon. */
async function fetchPage(request) {
  const kept = await (await caches.open(KEPT)).match(PAGE)
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS))
  const fetched = fetch(request).then(
    (response) => (response.ok ? response : kept),
    () => kept,
  )
  return Promise.race([fetched, late])
}

/** Their names change with what is in them. */
async function keptFirst(request) {
  const kept = await (await caches.open(KEPT)).match(request.url)
  return kept ?? fetch(request)
}
