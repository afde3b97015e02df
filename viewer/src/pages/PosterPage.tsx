// A page without a picture: the lantern scene with words above, a panel below, and what stays in sight under it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Ready } from '@lantern/shared/ui/features.ts'
import type { ReactNode } from 'react'
import { Corner } from '../parts/Corner.tsx'
import { LanternScene } from '../parts/LanternScene.tsx'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { StatusLine } from '../parts/StatusLine.tsx'
import type { Places } from '../places.ts'
import { useScene } from '../session.ts'

interface PosterPageProps {
  readonly room: RoomState
  readonly parts: readonly Ready<Places['before' | 'after']>[]
  readonly testId: string
  readonly children: ReactNode
}

export function PosterPage({ room, parts, testId, children }: PosterPageProps) {
  const { view } = useScene()
  const at = (where: 'panel' | 'foot') =>
    parts.map((part) => part.at === where && <part.Poster key={part.key} room={room} />)
  return (
    <main className="poster-page" data-testid={testId}>
      <LanternScene />
      <div className="poster-scroll">
        <section className="poster-head">
          <nav className="poster-acts">
            <Corner />
          </nav>
          {children}
          <StatusLine line={view.status === 'reconnecting' ? 'connectionLost' : null} />
          <NoticeLine />
        </section>
        <section className="panel" data-theme="system">
          {at('panel')}
        </section>
      </div>
      {at('foot')}
    </main>
  )
}
