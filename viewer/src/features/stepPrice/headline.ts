// What a step price says in one line: how many are missing to the next price, or what everyone pays.
import { isOver } from '@lantern/shared/activities/states.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { StepPrice } from '@lantern/shared/features/stepPrice/contract.ts'
import { lookAtSteps } from '@lantern/shared/features/stepPrice/look.ts'
import type { WordsInUse } from '../../useWords.ts'

interface Said {
  readonly one: StepPrice
  readonly room: RoomState
  readonly words: Pick<WordsInUse, 't' | 'money' | 'count'>
}

export function headlineOf({ one, room, words: { t, money, count } }: Said): string {
  const { next, priceMinor, currency } = lookAtSteps(one, room)
  if (next !== null && !isOver(one.state)) {
    return t('stepPrice.more', { count: count(next.missing), price: money(next.priceMinor, currency) })
  }
  return priceMinor === null ? t('stepPrice.none') : t('stepPrice.everyone', { price: money(priceMinor, currency) })
}

export function buyersOf({ one, words: { t, count } }: Said): string {
  return t(one.entries === 1 ? 'stepPrice.oneBuyer' : 'stepPrice.buyers', { count: count(one.entries) })
}
