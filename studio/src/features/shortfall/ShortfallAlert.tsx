// More is held than the shop has: says of what, before anyone pays for it, and offers what ends it.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useQuery } from '@tanstack/react-query'
import { PackageX, X } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { type ShortfallLine, shortfallLines } from './shortfallLines.ts'

const ASKS_EVERY_MS = 4000
/** More would cover the picture; the shop's page has them all. */
const MOST = 3

/** Asked of the server, whichever process hears of the stock: all of them read the same record. */
export function ShortfallAlert() {
  const { room } = useDesk()
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map())
  const isLive = room.show.phase === 'live'
  const asked = useQuery({
    queryKey: ['shop', 'short'],
    queryFn: api.short,
    refetchInterval: ASKS_EVERY_MS,
    refetchIntervalInBackground: true,
    enabled: isLive,
  })
  if (!isLive) return null
  return shortfallLines(room, asked.data?.short ?? [])
    .filter(({ offer, units }) => units > (seen.get(offer.id) ?? 0))
    .slice(0, MOST)
    .map((line) => {
      const see = () => setSeen(new Map(seen).set(line.offer.id, line.units))
      return <Short key={line.offer.id} line={line} onSeen={see} />
    })
}

interface ShortProps {
  readonly line: ShortfallLine
  /** Put aside until it gets worse. */
  readonly onSeen: () => void
}

function Short({ line, onSeen }: ShortProps) {
  const { say, locale } = useWords()
  const { short, product, variant } = line
  const names = [pickText(product.title, locale), variant && (pickText(variant.title, locale) || variant.sku)]

  return (
    <div className="notice lapse" role="alert" data-testid="short" data-sku={short.sku}>
      <PackageX size={18} aria-hidden="true" />
      <p>
        {say(short.short > 0 ? 'short.held' : 'short.offered', {
          product: names.filter(Boolean).join(' · '),
          available: short.available,
          units: line.units,
        })}{' '}
        {short.offered === 0 && say('short.notSold')}
      </p>
      <button className="icon-btn" aria-label={say('common.close')} onClick={onSeen}>
        <X size={16} />
      </button>
      <ShortfallActions line={line} />
    </div>
  )
}

function ShortfallActions({ line: { short, offer, sale } }: { readonly line: ShortfallLine }) {
  const { say } = useWords()
  const { send, may } = useDesk()
  const [sending, setSending] = useState(false)
  /** What is held stays held; what the shop does not have is given out no more. */
  const allotted = Math.max(offer.taken, offer.allotted - short.offered)
  const lower = (): void => {
    setSending(true)
    void send('offer:change', { offerId: offer.id, allotted }).finally(() => setSending(false))
  }

  return (
    <>
      {allotted < offer.allotted && may('offer:change') && (
        <button className="btn main" disabled={sending} data-testid="short-lower" onClick={lower}>
          {say('short.lower', { units: allotted })}
        </button>
      )}
      {sale !== null && may('sale:stop') && (
        <Confirm
          testId="short-end-sale"
          label={say('short.endSale')}
          question={say('sale.endQuestion', { left: sale.free, held: sale.taken - sale.paid })}
          yes={say('sale.endYes')}
          onYes={() => void send('sale:stop', { saleId: sale.id })}
        />
      )}
    </>
  )
}
