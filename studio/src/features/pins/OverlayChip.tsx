// What viewers have over the picture right now: the front pin, its price, its stock, its countdown.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { productFigures, runningSale } from '../../desk/figures.ts'
import { leftWords } from '../../desk/leftWords.ts'

export function OverlayChip() {
  const { say, locale } = useWords()
  const { client, room } = useDesk()
  const now = useNow(client.clock, 500)
  const frontId = room.pins.productIds[0]
  const product = room.products.find((each) => each.id === frontId)
  if (!product) return null

  const figures = productFigures(room, product.id, now)
  const running = runningSale(room.sale, now)
  const sale = running?.productId === product.id ? running : null
  const left = sale ? sale.free : figures.free
  return (
    <div className="overlay-chip" data-testid="overlay-chip">
      <b>{formatMoney(figures.priceMinor, room.show.currency, locale)}</b>
      <span className="name">{pickText(product.title, locale)}</span>
      <span>{leftWords({ say, locale }, left)}</span>
      {sale && <Countdown clock={client.clock} until={now < sale.opensAt ? sale.opensAt : sale.closesAt} />}
    </div>
  )
}
