// Too many holds on one product ran out unpaid: says so, and offers to let whoever pays first have it.
import type { HoldPolicy, Offer } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { mostLapsed } from './offerForm.ts'

export function LapseAlert() {
  const { room, may } = useDesk()
  const offer = room.show.phase === 'ended' || !may('offer:change') ? null : mostLapsed(room.offers)
  return offer && <Lapsed key={offer.id} offer={offer} />
}

function Lapsed({ offer }: { readonly offer: Offer }) {
  const { say, locale } = useWords()
  const { room, send } = useDesk()
  const [sending, setSending] = useState(false)
  const product = room.products.find((each) => each.id === offer.productId)
  const variant = product && product.variants.length > 1 && product.variants.find(({ id }) => id === offer.variantId)
  const name = [product && pickText(product.title, locale), variant && pickText(variant.title, locale)]
  /** The policy it has already, too, starts the count anew. */
  const set = (policy: HoldPolicy): void => {
    setSending(true)
    void send('offer:change', { offerId: offer.id, policy }).finally(() => setSending(false))
  }

  return (
    <div className="notice lapse" role="alert" data-testid="lapse">
      <TriangleAlert size={18} aria-hidden="true" />
      <p>{say('lapsed.title', { count: offer.lapsed, product: name.filter(Boolean).join(' · ') })}</p>
      <button className="btn main" disabled={sending} data-testid="lapse-switch" onClick={() => set('first_paid')}>
        {say('lapsed.switch')}
      </button>
      <button className="btn" disabled={sending} data-testid="lapse-keep" onClick={() => set(offer.policy)}>
        {say('lapsed.keep')}
      </button>
    </div>
  )
}
