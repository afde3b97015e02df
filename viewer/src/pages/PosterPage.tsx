// A page without a picture: the lantern scene with words above, the show's products on a panel below.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Ellipsis, Share } from 'lucide-react'
import type { ReactNode } from 'react'
import { LanternScene } from '../parts/LanternScene.tsx'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { ProductList } from '../parts/ProductList.tsx'
import { StatusLine } from '../parts/StatusLine.tsx'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'

interface PosterPageProps {
  readonly room: RoomState
  readonly head: string
  readonly testId: string
  readonly children: ReactNode
  /** Stands on the panel above the products. */
  readonly first?: ReactNode
  /** Stays in sight below. */
  readonly foot?: ReactNode
}

export function PosterPage({ room, head, testId, children, first, foot }: PosterPageProps) {
  const { view } = useScene()
  return (
    <main className="poster-page" data-testid={testId}>
      <LanternScene />
      <div className="poster-scroll">
        <section className="poster-head">
          <PosterActs />
          {children}
          <StatusLine line={view.status === 'reconnecting' ? 'connectionLost' : null} />
          <NoticeLine />
        </section>
        <section className="panel" data-theme="system">
          {first}
          <h2 className="small-head">{head}</h2>
          <ProductList room={room} />
        </section>
      </div>
      {foot}
    </main>
  )
}

function PosterActs() {
  const { t } = useWords()
  const { open } = useScene()
  return (
    <nav className="poster-acts">
      <button className="round" aria-label={t('share')} onClick={() => open({ kind: 'share' })} data-testid="share">
        <Share size={20} aria-hidden="true" />
      </button>
      <button className="round" aria-label={t('more')} onClick={() => open({ kind: 'more' })} data-testid="more">
        <Ellipsis size={20} aria-hidden="true" />
      </button>
    </nav>
  )
}
