// The bag at the foot of the page, with all products.
import { ShoppingBag } from 'lucide-react'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function Bag({ room }: RoomProps) {
  const { t, count } = useWords()
  const { open } = useScene()
  const n = count(room.products.length)
  return (
    <button
      className="round round-bag"
      aria-label={t('allProducts', { n })}
      onClick={() => open({ kind: 'products' })}
      data-testid="bag"
    >
      <ShoppingBag size={22} aria-hidden="true" />
      <span className="badge">{n}</span>
    </button>
  )
}
