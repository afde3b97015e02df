// The draft of the next coupon: kept while it is typed, and made once however often it is sent.
import { useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useMaking } from '../../plays/useMaking.ts'
import { useWords } from '../../words.ts'
import { checkCoupon, type CouponDraft, couponMake, draftFor } from './couponForm.ts'

export function useCouponDraft(onMade: () => void) {
  const { say } = useWords()
  const { client, room, send } = useDesk()
  const [typed, setTyped] = useState<CouponDraft | null>(null)
  const making = useMaking(onMade)
  const draft = typed ?? draftFor(say('coupon.usual'))
  const { currency } = room.show
  const check = () => checkCoupon(draft, { currency, now: client.clock.now() })

  async function make(start: 'draft' | 'open') {
    const { asked } = check()
    if (asked === null) return
    const isMade = await making.make((activityId) => send('coupon:make', couponMake(activityId, asked, start)))
    if (isMade) setTyped(null)
  }
  return { draft, currency, ...check(), change: (part: Partial<CouponDraft>) => setTyped({ ...draft, ...part }), make }
}
