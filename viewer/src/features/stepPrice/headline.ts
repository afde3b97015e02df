// What a step price says in one line: how many are missing to the next price, or what everyone pays, and of which product where the card is of another.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import type { WordsInUse } from '../../useWords.ts'

interface Said {
  readonly one: StepPrice
  readonly room: RoomState
  readonly words: Pick<WordsInUse, 't' | 'text' | 'money' | 'count'>
}

export function headlineOf(said: Said): string {
  const { one, room, words } = said
  const line = lineOf(said)
  const product = room.products.find(({ id }) => id === one.productId)
  // The price of another product stands under it then: nobody may take the one for the other.
  const isOnCard = room.pins.productIds[0] === one.productId
  if (product === undefined || isOnCard) return line
  return words.t('stepPrice.ofProduct', { product: words.text(product.title), line })
}

function lineOf({ one, room, words: { t, money, count } }: Said): string {
  const { next, priceMinor, currency } = lookAtSteps(one, room)
  if (next !== null && !isOver(one.state)) {
    return t('stepPrice.more', { count: count(next.missing), price: money(next.priceMinor, currency) })
  }
  return priceMinor === null ? t('stepPrice.none') : t('stepPrice.everyone', { price: money(priceMinor, currency) })
}

export function buyersOf({ one, words: { t, count } }: Said): string {
  return t(one.entries === 1 ? 'stepPrice.oneBuyer' : 'stepPrice.buyers', { count: count(one.entries) })
}
