// Whether the overlay is in the picture: as OBS says, or, in a plain browser, whether the page is to be seen.
import { createStore } from '@lantern/shared/client/store.ts'

export interface SourceView {
  readonly active: boolean
  /** Rises whenever it comes into the picture: entrances are played anew. */
  readonly entrances: number
}

export interface Source {
  getView(): SourceView
  subscribe(listener: () => void): () => void
  /** Idempotent. */
  close(): void
}

type Page = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
type Frame = Pick<Window, 'addEventListener' | 'removeEventListener'>

/** OBS sends `{ active }`; what is not of this form is passed over. */
function readActive(event: Event): boolean | null {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null
  const active: unknown = typeof detail === 'object' && detail !== null && 'active' in detail ? detail.active : null
  return typeof active === 'boolean' ? active : null
}

export function createSource(frame: Frame = window, page: Page = document): Source {
  // OBS says nothing until something changes.
  let said: boolean | null = null
  const isActive = () => said ?? page.visibilityState === 'visible'
  const store = createStore<SourceView>({ active: isActive(), entrances: 0 })

  const look = () => {
    const active = isActive()
    const { active: before, entrances } = store.get()
    store.patch({ active, entrances: active && !before ? entrances + 1 : entrances })
  }
  const hear = (event: Event) => {
    said = readActive(event) ?? said
    look()
  }
  frame.addEventListener('obsSourceActiveChanged', hear)
  page.addEventListener('visibilitychange', look)
  return {
    getView: store.get,
    subscribe: store.subscribe,
    close: () => {
      frame.removeEventListener('obsSourceActiveChanged', hear)
      page.removeEventListener('visibilitychange', look)
    },
  }
}
