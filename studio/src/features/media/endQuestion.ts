// What ending the show comes to, in numbers: who watches, what is held, and the flash sale that ends with it.
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import type { Say } from '../../words.ts'
import { runningSale } from '../../desk/figures.ts'

interface Now {
  readonly room: Pick<RoomState, 'viewers' | 'sale' | 'products'>
  readonly desk: Pick<StaffState, 'totals'>
  readonly now: number
  readonly locale: Locale
}

export function endQuestion(say: Say, { room, desk, now, locale }: Now): string {
  const watching = say('end.watching', { count: room.viewers })
  const holds = say('end.unitsHeld', { count: desk.totals.held })
  const question = say('end.question', { watching, holds })
  const sale = runningSale(room.sale, now)
  const product = room.products.find(({ id }) => id === sale?.productId)
  if (!sale || !product) return question

  const name = pickText(product.title, locale)
  return `${question} ${say('end.saleToo', { product: name, free: sale.free, held: sale.taken - sale.paid })}`
}
