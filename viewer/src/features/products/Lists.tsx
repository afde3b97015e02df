// The products of the show in rows: beside the picture on a wide screen, on the panel before and after the show.
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { ProductList } from './ProductList.tsx'

export function Rundown({ room }: RoomProps) {
  const { t } = useWords()
  return (
    <aside className="rundown" data-theme="dark" aria-label={t('products')}>
      <h2 className="small-head">{t('products')}</h2>
      <ProductList room={room} />
    </aside>
  )
}

export function ToLookAt({ room }: RoomProps) {
  const { t } = useWords()
  return (
    <>
      <h2 className="small-head">{t('lookAround')}</h2>
      <ProductList room={room} />
    </>
  )
}

export function WasOnTable({ room }: RoomProps) {
  const { t } = useWords()
  const { after } = useScene()
  const hasPages = after !== null && Object.keys(after.pages).length > 0
  return (
    <>
      <h2 className="small-head">{t(hasPages ? 'stillAtShop' : 'wasOnTable')}</h2>
      <ProductList room={room} />
    </>
  )
}
