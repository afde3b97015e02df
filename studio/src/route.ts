// The studio's few addresses, and moving between them without loading the page again.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { useSyncExternalStore } from 'react'

export type Route =
  | { readonly at: 'shows' }
  | { readonly at: 'welcome' }
  /** Of a feature, by the key of its part. */
  | { readonly at: 'page'; readonly key: string }
  | { readonly at: 'desk'; readonly showId: ShowId }

const MOVED = 'lantern:moved'

export function readRoute(pathname: string): Route {
  if (/^\/studio\/welcome\/?$/.test(pathname)) return { at: 'welcome' }
  const showId = ShowId.safeParse(/^\/studio\/shows\/([^/]+)\/?$/.exec(pathname)?.[1])
  if (showId.success) return { at: 'desk', showId: showId.data }
  const key = /^\/studio\/([a-z]+)\/?$/.exec(pathname)?.[1]
  return key === undefined ? { at: 'shows' } : { at: 'page', key }
}

export function deskPath(showId: ShowId): string {
  return `/studio/shows/${showId}`
}

export function pagePath(key: string): string {
  return `/studio/${key}`
}

export function goTo(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event(MOVED))
}

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(onMove, () => location.pathname))
}

function onMove(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(MOVED, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(MOVED, listener)
  }
}
