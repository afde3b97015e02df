// Puts a visit together: the room, what one does in it, and the messages that follow.
import { fillIn, pickText } from '@lantern/shared/ui/i18n.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { CommentId, OfferId } from '@lantern/shared/contract/ids.ts'
import type { Refusal } from '@lantern/shared/contract/refusals.ts'
import { createHoldActions } from './actions/holdActions.ts'
import type { Told } from './actions/holdActions.ts'
import { createNotices } from './actions/notices.ts'
import { watchOpened } from './actions/opened.ts'
import { createCommentActions } from './actions/commentActions.ts'
import type { Turn } from './actions/turns.ts'
import { watchTurns } from './actions/turns.ts'
import type { Session } from './session.ts'
import { isReserved, nameLines, thingOf } from './view/holds.ts'
import { refusalText, type Words } from './words.ts'

type Given = Pick<Session, 'client' | 'openMedia' | 'address' | 'locale' | 'words' | 'origin'>

const DONE = { letGo: 'letGoDone', joined: 'joinedLine', leftLine: 'leftLine', reported: 'reported' } as const

export function createSession(given: Given): Session {
  const { client, words } = given
  const notices = createNotices()
  const tell = (told: Told) => {
    const { room } = client.getView()
    if (told.kind === 'refused') return notices.show(refusalWords(words, told.refusal))
    if (told.kind !== 'held') return notices.show(words.viewer[DONE[told.kind]])
    if (room !== null && !isReserved(told.hold)) return notices.show(words.viewer.wantedNow)
    notices.show(words.viewer.heldNow, 'good')
  }
  watchTurns(client, (turn) => {
    const fill = { what: nameOf(given, offerOf(turn)) }
    if (turn.kind === 'lineClosed') return notices.show(fillIn(words.viewer.lineClosed, fill))
    const time = formatLeftShort(turn.hold.expiresAt - client.clock.now())
    notices.show(fillIn(words.viewer.yourTurnNow, { ...fill, time }), 'good')
  })
  const actions = createHoldActions(client, tell)
  const onBought = (commentId: CommentId, bought: Bought) => {
    actions.heard(commentId, bought)
    // It is read under the comment: no line over the page as well.
    notices.say(boughtWords(given, bought))
  }
  const commentActions = createCommentActions({ client, tell, onBought })
  return { ...given, openedAt: watchOpened(client), notices, actions, commentActions }
}

function refusalWords({ refusals }: Words, { code, retryAfterMs = 0 }: Refusal): string {
  return fillIn(refusals[code], { time: formatLeftShort(retryAfterMs) })
}

function boughtWords({ client, words, locale }: Given, bought: Bought): string {
  const { room } = client.getView()
  if (bought.kind === 'cancelled') return words.viewer.letGoDone
  if (bought.kind === 'held') {
    const names =
      room === null ? [] : bought.holds.flatMap((hold) => nameLines(room, hold, (text) => pickText(text, locale)))
    return fillIn(words.viewer.boughtHeld, { what: names.join(words.viewer.comma) })
  }
  const { code, retryAfterMs } = bought.refusal
  if (code === 'HOLD_NOT_FOUND') return words.viewer.boughtNothing
  return fillIn(refusalText(words.refusals, code), { time: formatLeftShort(retryAfterMs ?? 0) })
}

function offerOf(turn: Turn): OfferId | undefined {
  return turn.kind === 'turn' ? turn.hold.lines[0]?.offerId : turn.offerId
}

function nameOf({ client, locale }: Given, offerId: OfferId | undefined): string {
  const { room } = client.getView()
  const thing = room === null || offerId === undefined ? null : thingOf(room, offerId)
  if (thing === null) return ''
  const size = thing.product.variants.length > 1 ? pickText(thing.variant.title, locale) : ''
  return [pickText(thing.product.title, locale), size].filter(Boolean).join(' · ')
}
