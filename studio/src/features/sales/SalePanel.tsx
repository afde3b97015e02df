// The flash sale under the picture: its form, the sale while it runs, and what came of it.
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { runningSale } from '../../desk/figures.ts'
import { SaleForm } from './SaleForm.tsx'
import { SaleResult } from './SaleResult.tsx'
import { SaleRun } from './SaleRun.tsx'
import './sales.css'

export function SalePanel() {
  const { say } = useWords()
  const { client, room, may } = useDesk()
  const now = useNow(client.clock, 250)
  const running = runningSale(room.sale, now)
  const [seenId, setSeenId] = useState<string | null>(null)
  const over = room.sale && !running && room.sale.id !== seenId ? room.sale : null

  return (
    <section className="sale" aria-label={say('sale.title')} data-running={running !== null}>
      {running && <SaleRun sale={running} now={now} />}
      {!running && over && <SaleResult sale={over} onNext={() => setSeenId(over.id)} />}
      {!running && !over && (may('sale:start') ? <SaleForm /> : <p className="empty">{say('sale.noneRunning')}</p>)}
    </section>
  )
}
