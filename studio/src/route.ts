// The studio's few addresses, and moving between them without loading the page again.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { useSyncExternalStore } from 'react'

export type Route =
  | { readonly at: 'shows' }
  | { readonly at: 'welcome' }
  | { readonly at: 'shop' }
  | { readonly at: 'webhooks' }
  | { readonly at: 'desk'; readonly showId: ShowId }

const MOVED = 'lantern:moved'

export function readRoute(pathname: string): Route {
  if (/^\/studio\/welcome\/?$/.test(pathname)) return { at: 'welcome' }
  if (/^\/studio\/webhooks\/?$/.test(pathname)) return { at: 'webhooks' }
  if (/^\/studio\/shop\/?$/.test(pathname)) return { at: 'shop' }
  const showId = ShowId.safeParse(/^\/studio\/shows\/([^/]+)\/?$/.exec(pathname)?.[1])
  return showId.success ? { at: 'desk', showId: showId.data } : { at: 'shows' }
}

export function deskPath(showId: ShowId): string {
  return `/studio/shows/${showId}`
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
