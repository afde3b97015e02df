// What came of one's own comment that was an order, under it: for its author alone.
import type { Bought, BuyRefusal } from '@lantern/shared/contract/commentOrders.ts'
import type { CommentId } from '@lantern/shared/contract/ids.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { fillIn } from '@lantern/shared/ui/i18n.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useScene } from '../../session.ts'
import { useCheckoutHref } from '../../useCheckoutHref.ts'
import { useWide } from '../../useWide.ts'
import { useWords } from '../../useWords.ts'
import { refusalText } from '../../words.ts'
import { isLive, isReserved, nameLines } from '../../view/holds.ts'

export function Answer({ id }: { readonly id: CommentId }) {
  const bought = useScene().actions.bought[id]
  return bought && <BoughtAnswer bought={bought} />
}

function BoughtAnswer({ bought }: { readonly bought: Bought }) {
  const { refusal } = bought
  return (
    <span className="answer" data-testid="answer" data-kind={bought.kind}>
      {bought.kind !== 'refused' && bought.holds.map((hold) => <HoldAnswer key={hold.id} told={hold} />)}
      {refusal && <Refused refusal={refusal} />}
    </span>
  )
}

/** As the hold is by now, not as it was when the comment was written. */
function HoldAnswer({ told }: { readonly told: Hold }) {
  const { t, text, list } = useWords()
  const { holds, view } = useScene()
  const hold = holds.find((one) => one.id === told.id && one.version > told.version) ?? told
  const what = view.room === null ? '' : list(nameLines(view.room, hold, text))
  if (!isLive(hold)) return <span>{t(overWords(hold))}</span>
  return (
    <span>
      {isReserved(hold) ? t('boughtHeld', { what }) : t('firstPaidTruth')} <Way hold={hold} />
    </span>
  )
}

function overWords({ state }: Hold) {
  if (state === 'paid') return 'paid'
  if (state === 'authorised') return 'ordered'
  return state === 'released' ? 'letGoDone' : 'ranOut'
}

function Refused({ refusal: { code, retryAfterMs, hold } }: { readonly refusal: BuyRefusal }) {
  const { t } = useWords()
  const { words } = useScene().session
  const fill = { time: formatLeftShort(retryAfterMs ?? 0) }
  return (
    <span>
      {code === 'HOLD_NOT_FOUND' ? t('boughtNothing') : fillIn(refusalText(words.refusals, code), fill)}{' '}
      {hold && isLive(hold) && <Way hold={hold} />}
    </span>
  )
}

function Way({ hold }: { readonly hold: Hold }) {
  const { t } = useWords()
  const href = useCheckoutHref(hold)
  const target = useWide() ? '_blank' : undefined
  return (
    <a className="answer-go" href={href} target={target} tabIndex={-1} data-testid="answer-checkout">
      {t('checkOut')}
    </a>
  )
}
