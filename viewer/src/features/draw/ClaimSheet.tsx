// Claims a prize: how the shop reaches the winner, what for, and until when; changed as long as the time is not over.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useId } from 'react'
import type { SheetProps } from '../../places.ts'
import { useWords } from '../../useWords.ts'
import './claim.css'
import { MOST_CONTACT } from './contact.ts'
import { type Claim, useClaim } from './useClaim.ts'

export function ClaimSheet({ room, id }: SheetProps) {
  const one = room.draws.find((draw) => draw.id === id)
  return one === undefined ? null : <ClaimForm one={one} shop={room.show.shopName} />
}

function ClaimForm({ one, shop }: { readonly one: Draw; readonly shop: string }) {
  const { t, locale } = useWords()
  const claim = useClaim(one)
  const { win, wrong, busy } = claim
  return (
    <form className="draw-claim" onSubmit={(event) => void claim.send(event)} noValidate>
      <p>
        <b>{one.title}</b> {win && <span>{t('draw.until', { time: formatMoment(win.until, locale) })}</span>}
      </p>
      <ContactField claim={claim} />
      <label className="draw-agree">
        <input
          type="checkbox"
          checked={claim.agrees}
          aria-invalid={claim.problem === 'draw.agreeFirst'}
          onChange={(event) => claim.agree(event.target.checked)}
          data-testid="claim-consent"
        />
        <span>{t('draw.consent', { shop })}</span>
      </label>
      <p className="draw-wrong" role="alert" data-testid="claim-problem">
        {wrong}
      </p>
      <button className="draw-send" disabled={busy} data-testid="claim-send">
        {t('draw.send')}
      </button>
    </form>
  )
}

function ContactField({ claim: { typed, type, problem } }: { readonly claim: Claim }) {
  const { t } = useWords()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{t('draw.contact')}</label>
      <input
        id={id}
        value={typed}
        maxLength={MOST_CONTACT}
        autoComplete="email"
        aria-invalid={problem === 'draw.badContact'}
        aria-describedby={`${id}-note`}
        onChange={(event) => type(event.target.value)}
        data-testid="claim-contact"
      />
      <small id={`${id}-note`}>{t('draw.contactNote')}</small>
    </>
  )
}
