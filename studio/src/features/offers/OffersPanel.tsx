// The offers of one product, opened under its row of the rundown.
import { useEffect, useRef } from 'react'
import type { Product } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { OfferRow } from './OfferRow.tsx'

export function OffersPanel({ product }: { readonly product: Product }) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const list = useRef<HTMLUListElement>(null)
  // Opened at the foot of the rundown it would lie below its edge.
  useEffect(() => {
    void list.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const rows = product.variants.flatMap((variant) => {
    const offer = room.offers.find((each) => each.productId === product.id && each.variantId === variant.id)
    const name = product.variants.length > 1 ? pickText(variant.title, locale) || variant.sku : ''
    return offer ? [{ offer, name }] : []
  })

  return (
    <ul ref={list} className="offers" aria-label={say('offers.show')} data-testid={`offers-${product.id}`}>
      {rows.map(({ offer, name }) => (
        <OfferRow key={offer.id} offer={offer} name={name} />
      ))}
    </ul>
  )
}
