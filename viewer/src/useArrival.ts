// What a person is told who comes with a message in the address: a refusal's code, or a hold from the shop.
import type { RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import type { RefusalBook } from '@lantern/shared/ui/words/books.ts'
import { useScene } from './session.ts'
import { useWords } from './useWords.ts'
import { isLive, isReserved } from './view/holds.ts'

export function useArrival(): () => void {
  const { t, locale } = useWords()
  const { session, holds } = useScene()
  const { notice, sums, back } = session.address
  return () => {
    if (notice === 'PRICE_DIFFERS' && sums !== null) {
      const money = (minor: number) => formatMoney(minor, sums.currency, locale)
      session.notices.show(t('priceDiffers', { asked: money(sums.askedMinor), held: money(sums.heldMinor) }))
      return
    }
    if (notice !== null && isCode(notice, session.words.refusals)) {
      session.notices.show(session.words.refusals[notice])
      return
    }
    const hold = holds.find((one) => one.id === back)
    if (back === null) return
    if (hold?.state === 'paid') session.notices.show(t('backPaid'), 'good')
    else if (hold?.state === 'authorised') session.notices.show(t('backOrdered'), 'good')
    else session.notices.show(t(hold !== undefined && isLive(hold) ? stillYours(hold) : 'backOver'))
  }
}

/** Under first-paid a hold keeps the price and nothing else. */
function stillYours(hold: Hold): 'backHeld' | 'wantedNow' {
  return isReserved(hold) ? 'backHeld' : 'wantedNow'
}

function isCode(text: string, words: RefusalBook): text is RefusalCode {
  return Object.hasOwn(words, text)
}
