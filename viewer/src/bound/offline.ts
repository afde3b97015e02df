// Keeps the page itself on the phone, so that it opens again without a line; where the browser allows it.

/** `path`: under which the page lies, with whatever code; `kept`: the name of its cache, which its service worker knows. */
export async function keepPage({ path, kept }: { readonly path: string; readonly kept: string }): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  await navigator.serviceWorker.register(`${path}sw.js`, { scope: path })
  const cache = await caches.open(kept)
  const page = await fetch(location.pathname, { cache: 'no-store' })
  if (page.ok) await cache.put(path, page)
  const keep = async (file: string) => {
    if ((await cache.match(file)) === undefined) await cache.add(file)
  }
  // What has come already, and pictures as they come.
  const watch = new PerformanceObserver((seen) => {
    const files = seen.getEntries().flatMap(({ name }) => (/\/(viewer\/assets|pictures)\//.test(name) ? [name] : []))
    for (const file of files) void keep(file).catch(() => undefined)
  })
  watch.observe({ type: 'resource', buffered: true })
}
