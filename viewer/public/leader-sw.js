// Lets a leader's page be opened again without a line: what the page has kept is answered where the network is not.
const KEPT = 'lantern-leader'
const PAGE = '/g/'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetchPage(request))
  else if (/^\/(viewer\/assets|pictures)\//.test(pathname)) event.respondWith(keptFirst(request))
})

/** Every leader's page is the same page. */
async function fetchPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match(PAGE)
    if (kept) return kept
    throw error
  }
}

/** Their names change with what is in them. */
async function keptFirst(request) {
  const kept = await (await caches.open(KEPT)).match(request.url)
  return kept ?? fetch(request)
}
