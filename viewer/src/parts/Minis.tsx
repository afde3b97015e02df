// The products shown beside the one in front, as small pictures with a price.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Zap } from 'lucide-react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { useDeal } from '../view/useDeal.ts'

export function Minis({ room, ids }: { readonly room: RoomState; readonly ids: readonly string[] }) {
  const { t } = useWords()
  if (ids.length === 0) return null
  return (
    <aside className="minis" aria-label={t('alsoPinned')}>
      {ids.map((id) => (
        <Mini key={id} room={room} productId={id} />
      ))}
    </aside>
  )
}

function Mini({ room, productId }: { readonly room: RoomState; readonly productId: string }) {
  const { text, money } = useWords()
  const { open } = useScene()
  const shown = useDeal(room, productId)
  if (shown === null) return null
  const { product, priceMinor, currency, sale } = shown.deal
  return (
    <button className="mini" onClick={() => open({ kind: 'product', id: productId })} aria-label={text(product.title)}>
      <img src={product.picture} alt="" />
      {sale !== null && <Zap className="mini-flash" size={14} aria-hidden="true" />}
      <span>{money(priceMinor, currency)}</span>
    </button>
  )
}
