// The foot of the page: say something, like, and the bag with all products.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { ShoppingBag } from 'lucide-react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { Like } from './Like.tsx'
import { Say } from './Say.tsx'

export function Foot({ room }: { readonly room: RoomState }) {
  const { t, count } = useWords()
  const { open } = useScene()
  const n = count(room.products.length)
  return (
    <footer className="foot">
      <Say talk={room.talk} />
      <Like likes={room.likes} />
      <button
        className="round round-bag"
        aria-label={t('allProducts', { n })}
        onClick={() => open({ kind: 'products' })}
        data-testid="bag"
      >
        <ShoppingBag size={22} aria-hidden="true" />
        <span className="badge">{n}</span>
      </button>
    </footer>
  )
}
