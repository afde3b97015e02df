// The products shown beside the one in front: small pictures with a price on a phone, cards with a name over the picture on a wide screen.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { Pin, Zap } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { useDeal } from '../../view/useDeal.ts'

export function Minis({ room, ids }: { readonly room: RoomState; readonly ids: readonly string[] }) {
  const { t } = useWords()
  if (ids.length === 0) return null
  return (
    <aside className="minis" aria-label={t('alsoPinned')}>
      <p className="minis-head" aria-hidden="true">
        <Pin size={14} />
        {t('alsoPinned')}
      </p>
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
  const price = money(priceMinor, currency)
  return (
    <button
      className="mini"
      onClick={() => open({ kind: 'product', id: productId })}
      aria-label={`${text(product.title)} ${price}`}
      data-testid="mini"
    >
      <ProductPicture product={product} title={text(product.title)} />
      {sale !== null && <Zap className="mini-flash" size={14} aria-hidden="true" />}
      <b className="mini-title">{text(product.title)}</b>
      <span className="mini-price" style={{ '--characters': price.length } as CSSProperties}>
        {price}
      </span>
    </button>
  )
}
