// Everything one visit owns, and the hooks by which components reach it.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import type { OwnMember } from '@lantern/shared/contract/members.ts'
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import type { RoomClient, RoomView, ViewerMedia } from '@lantern/shared/client/types.ts'
import type { Own } from '@lantern/shared/contract/snapshot.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { useRoom } from '@lantern/shared/ui/useRoom.ts'
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react'
import type { Address } from './address.ts'
import type { HoldActions, HoldActionsView } from './actions/holdActions.ts'
import type { Notices } from './actions/notices.ts'
import type { CommentActions, CommentActionsView } from './actions/commentActions.ts'
import { useAfter } from './useAfter.ts'
import { useOwnGroup } from './useOwnGroup.ts'
import { useOwnMember } from './useOwnMember.ts'
import type { Words } from './words.ts'
import { atOwnPrice } from './view/atOwnPrice.ts'
import { mergeHolds } from './view/holds.ts'
import { waitingOnly } from './view/waits.ts'

/** Which sheet is open, by the key of its part, and what it is about. */
export interface Panel {
  readonly kind: string
  readonly id?: string
}

export interface Session {
  readonly client: RoomClient
  /** Loads the media code and starts to subscribe. */
  readonly openMedia: (room: RoomClient) => Promise<ViewerMedia>
  readonly actions: HoldActions
  readonly commentActions: CommentActions
  readonly notices: Notices
  readonly address: Address
  /** On the server's clock; null: the room is not known yet. */
  readonly openedAt: () => number | null
  readonly locale: Locale
  readonly words: Words
  readonly origin: string
}

/** A session together with what it shows now. */
export interface Scene {
  readonly session: Session
  readonly view: RoomView
  /** The room at everybody's prices, whatever the viewer's group pays. */
  readonly usual: RoomView['room']
  readonly actions: HoldActionsView
  readonly said: CommentActionsView
  readonly holds: Own['holds']
  /** Own places in line. */
  readonly waits: Own['waits']
  /** Where the show leads to once it is over. */
  readonly after: AfterShow | null
  /** Of which the viewer is in this show; its prices are in the room's offers. Null: of none. */
  readonly group: OwnGroup | null
  /** What the shop says of them; null: they are not known to it. */
  readonly member: OwnMember | null
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
  const seen = useRoom(session.client)
  const actions = useSyncExternalStore(session.actions.subscribe, session.actions.getView)
  const group = useOwnGroup({ show: seen.room?.show, via: session.address.via, rose: actions.rose })
  const member = useOwnMember(seen.room?.show, actions.rose)
  const view = useMemo(
    () => (seen.room === null ? seen : { ...seen, room: atOwnPrice(seen.room, [group, member]) }),
    [seen, group, member],
  )
  const after = useAfter(view.room?.show)
  const said = useSyncExternalStore(session.commentActions.subscribe, session.commentActions.getView)
  return useMemo(
    () => ({
      session,
      view,
      usual: seen.room,
      actions,
      said,
      holds: mergeHolds(actions.holds, view.own.holds),
      waits: waitingOnly(view.own.waits),
      after,
      group,
      member,
      panel,
      open,
    }),
    [session, view, seen.room, actions, said, after, group, member, panel, open],
  )
}
