// One way to the checkout for all that is held, where the shop takes it in one order.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useScene } from '../../session.ts'
import { useCheckoutHref } from '../../useCheckoutHref.ts'
import { useWide } from '../../useWide.ts'
import { useWords } from '../../useWords.ts'
import { isReserved, together, type Together } from '../../view/holds.ts'

export function BuyTogether() {
  const { view, holds } = useScene()
  const all = view.combines ? together(holds) : null
  return all === null ? null : <Way all={all} />
}

/** The time is that of whichever runs out first. */
function Way({ all: { holds, units, totalMinor } }: { readonly all: Together }) {
  const { t, count, money } = useWords()
  const { clock } = useScene().session.client
  const target = useWide() ? '_blank' : undefined
  const [first, ...others] = holds
  const href = useCheckoutHref(first, others)
  const figures = t('togetherWords', { n: count(units), total: money(totalMinor, first.currency) })
  return (
    <a className="together" href={href} target={target} data-testid="checkout-together">
      <span className="together-what">
        {t('checkOutTogether')}
        <small>{figures}</small>
      </span>
      {holds.some(isReserved) && <Countdown clock={clock} until={first.expiresAt} short />}
    </a>
  )
}
