// The form of a draw: ready to be opened as it is, so that a tap is enough while talking.
import { useState } from 'react'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { ConditionFields } from '../../plays/ConditionFields.tsx'
import { LengthChips } from '../../plays/LengthChips.tsx'
import { PlayForm } from '../../plays/PlayForm.tsx'
import { useMaking } from '../../plays/useMaking.ts'
import { useWords } from '../../words.ts'
import { checkDraw, CLAIMS_MS, type DrawDraft, draftFor, LENGTHS_MS, type Offered } from './drawForm.ts'
import { ClaimChips, PrizeFields, WinnersField } from './DrawFields.tsx'

export function DrawForm({ onMade }: { readonly onMade: () => void }) {
  const { say } = useWords()
  const { send } = useDesk()
  const [typed, setTyped] = useState<DrawDraft | null>(null)
  const offered = useOffered()
  const draft = typed ?? draftFor(offered[0] ?? { productId: null, title: say('draw.usualText'), worth: '' })
  const { problems, terms } = checkDraw(draft)
  const { make } = useMaking(() => {
    setTyped(null)
    onMade()
  })
  const change = (part: Partial<DrawDraft>) => setTyped({ ...draft, ...part })

  return (
    <PlayForm
      kind="draw"
      label={say('draw.new')}
      isComplete={terms !== null}
      onMake={(start) => {
        if (terms !== null) void make((activityId) => send('draw:make', { ...terms, activityId, opensAt: null, start }))
      }}
    >
      <PrizeFields draft={draft} problem={problems.title} offered={offered} onChange={change} />
      <WinnersField draft={draft} problem={problems.winners} onChange={change} />
      <LengthChips
        lengths={LENGTHS_MS}
        value={draft.lengthMs}
        onChange={(lengthMs) => lengthMs !== null && change({ lengthMs })}
      />
      <ClaimChips claims={CLAIMS_MS} value={draft.claimMs} onChange={(claimMs) => change({ claimMs })} />
      <ConditionFields draft={draft.who} lengthMs={draft.lengthMs} onChange={(who) => change({ who })} />
      <small className="quiet">{say('draw.stuffing')}</small>
    </PlayForm>
  )
}

/** The products of the show, what is not pinned now first, each with what it costs as its worth. */
function useOffered(): readonly Offered[] {
  const { locale } = useWords()
  const { room } = useDesk()
  const isPinned = (id: string) => room.pins.productIds.some((one) => one === id)
  const priceOf = (productId: string) => {
    const prices = room.offers.flatMap((offer) => (offer.productId === productId ? [offer.priceMinor] : []))
    return prices.length === 0 ? '' : formatMoney(Math.min(...prices), room.show.currency, locale)
  }
  return room.products
    .toSorted((a, b) => Number(isPinned(a.id)) - Number(isPinned(b.id)))
    .map(({ id, title }) => ({ productId: id, title: pickText(title, locale), worth: priceOf(id) }))
}
