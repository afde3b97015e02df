// The sale form's draft: starts with the product in front, keeps what was typed, checked against the live stock.
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { productFigures } from '../../desk/figures.ts'
import { checkSale, draftFor, type SaleDraft, type SaleLimits } from './saleForm.ts'

export function useSaleDraft() {
  const { say, locale } = useWords()
  const { client, room } = useDesk()
  const [typed, setTyped] = useState<SaleDraft | null>(null)
  const productId = typed?.productId ?? room.pins.productIds[0] ?? room.products[0]?.id
  if (!productId) return null

  const limits = limitsOf(room, productId, client.clock.now())
  const draft = typed ?? draftFor(productId, limits)
  return {
    draft,
    ...checkSale(draft, limits),
    priceHint: say('sale.priceNow', { price: formatMoney(limits.priceMinor, room.show.currency, locale) }),
    unitsHint: say('sale.freeNow', { n: limits.free }),
    change: (part: Partial<SaleDraft>) => setTyped({ ...draft, ...part }),
    choose: (id: string) => {
      const product = room.products.find((each) => each.id === id)
      if (product) setTyped(draftFor(product.id, limitsOf(room, product.id, client.clock.now())))
    },
  }
}

function limitsOf(room: RoomState, productId: ProductId, now: number): SaleLimits {
  const { priceMinor, free } = productFigures(room, productId, now)
  return { priceMinor, free, digits: placesOf(room.show.currency) }
}
