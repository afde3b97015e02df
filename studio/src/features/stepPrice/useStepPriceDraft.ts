// The draft of the next step price: starts with the product in front, kept while it is typed, and made once however often it is sent.
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { productFigures } from '../../desk/figures.ts'
import { useMaking } from '../../plays/useMaking.ts'
import { checkSteps, draftFor, type StepLimits, type StepPriceDraft, stepPriceMake } from './stepPriceForm.ts'

/** Null: the show sells nothing. */
export function useStepPriceDraft(onMade: () => void) {
  const { client, room, send } = useDesk()
  const [typed, setTyped] = useState<StepPriceDraft | null>(null)
  const making = useMaking(onMade)
  const productId = typed?.productId ?? room.pins.productIds[0] ?? room.products[0]?.id
  if (!productId) return null

  const limits = limitsOf(room, productId, client.clock.now())
  const draft = typed ?? draftFor(productId, limits)
  const { problems, terms } = checkSteps(draft, limits)
  return {
    draft,
    problems,
    isComplete: terms !== null,
    change: (part: Partial<StepPriceDraft>) => setTyped({ ...draft, ...part }),
    choose: (id: string) => {
      const product = room.products.find((each) => each.id === id)
      if (product) setTyped(draftFor(product.id, limitsOf(room, product.id, client.clock.now())))
    },
    async make(start: 'draft' | 'open') {
      if (terms === null) return
      const isMade = await making.make((activityId) => send('stepPrice:make', stepPriceMake(activityId, terms, start)))
      if (isMade) setTyped(null)
    },
  }
}

function limitsOf(room: RoomState, productId: ProductId, now: number): StepLimits {
  return { priceMinor: productFigures(room, productId, now).priceMinor, digits: placesOf(room.show.currency) }
}
