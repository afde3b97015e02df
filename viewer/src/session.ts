// Everything one visit owns, and the hooks by which components reach it.
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import type { RoomClient, RoomView, ViewerMedia } from '@lantern/shared/client/types.ts'
import type { Own } from '@lantern/shared/contract/snapshot.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { useRoom } from '@lantern/shared/ui/useRoom.ts'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Address } from './address.ts'
import type { Acts, ActsView } from './acts/acts.ts'
import type { Notices } from './acts/notices.ts'
import type { TalkActs, TalkView } from './acts/talkActs.ts'
import { useAfter } from './useAfter.ts'
import type { Words } from './words.ts'
import { mergeHolds } from './view/holds.ts'
import { waitingOnly } from './view/waits.ts'

export type Panel =
  { readonly kind: 'products' | 'share' | 'more' } | { readonly kind: 'product' | 'comment'; readonly id: string }

export interface Session {
  readonly client: RoomClient
  /** Loads the media code and starts to subscribe. */
  readonly openMedia: (room: RoomClient) => Promise<ViewerMedia>
  readonly acts: Acts
  readonly talk: TalkActs
  readonly notices: Notices
  readonly address: Address
  readonly locale: Locale
  readonly words: Words
  readonly origin: string
}

/** A session together with what it shows now. */
export interface Scene {
  readonly session: Session
  readonly view: RoomView
  readonly acts: ActsView
  readonly talk: TalkView
  readonly holds: Own['holds']
  /** Own places in line. */
  readonly waits: Own['waits']
  /** Where the show leads to once it is over. */
  readonly after: AfterShow | null
  readonly panel: Panel | null
  readonly open: (panel: Panel | null) => void
}

export const SceneContext = createContext<Scene | null>(null)

export function useScene(): Scene {
  const scene = useContext(SceneContext)
  if (scene === null) throw new Error('useScene is only for components inside a session')
  return scene
}

export function useSessionView(session: Session, { panel, open }: Pick<Scene, 'panel' | 'open'>): Scene {
  const view = useRoom(session.client)
  const acts = useSyncExternalStore(session.acts.subscribe, session.acts.getView)
  const after = useAfter(view.room?.show)
  const talk = useSyncExternalStore(session.talk.subscribe, session.talk.getView)
  return useMemo(
    () => ({
      session,
      view,
      acts,
      talk,
      holds: mergeHolds(acts.holds, view.own.holds),
      waits: waitingOnly(view.own.waits),
      after,
      panel,
      open,
    }),
    [session, view, acts, talk, after, panel, open],
  )
}
