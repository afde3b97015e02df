// The sheets of the page: at most one is open, and moving between them keeps it open.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Sheet } from '@lantern/shared/ui/Sheet.tsx'
import type { Panel } from '../session.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'
import { ProductList } from '../parts/ProductList.tsx'
import { CommentSheet } from './CommentSheet.tsx'
import { MoreSheet } from './MoreSheet.tsx'
import { ProductSheet } from './ProductSheet.tsx'
import { ShareSheet } from './ShareSheet.tsx'

export function Sheets({ room, panel }: { readonly room: RoomState; readonly panel: Panel | null }) {
  const { t } = useWords()
  const { open } = useScene()
  const title = useTitle(room, panel)
  return (
    <Sheet
      open={panel !== null}
      onClose={() => open(null)}
      title={title}
      closeLabel={t('close')}
      testId={panel === null ? 'sheet' : `${panel.kind}-sheet`}
    >
      {panel?.kind === 'products' && <ProductList room={room} />}
      {panel?.kind === 'product' && <ProductSheet room={room} productId={panel.id} />}
      {panel?.kind === 'comment' && <CommentSheet room={room} id={panel.id} />}
      {panel?.kind === 'share' && <ShareSheet room={room} />}
      {panel?.kind === 'more' && <MoreSheet />}
    </Sheet>
  )
}

function useTitle(room: RoomState, panel: Panel | null): string {
  const { t, text, count } = useWords()
  if (panel === null) return ''
  if (panel.kind === 'products') return `${t('products')} · ${count(room.products.length)}`
  if (panel.kind === 'share') return t('shareTitle')
  if (panel.kind === 'comment') {
    const comment = room.comments.rows.find(({ id }) => id === panel.id)
    return comment === undefined ? t('comments') : t('commentBy', { name: comment.name })
  }
  if (panel.kind !== 'product') return t('more')
  return text(room.products.find((product) => product.id === panel.id)?.title ?? null)
}
