// Sharing for money: the shop's terms with the way to agree to them, and for who shares already what came of it.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { CONSENT_VERSION, MOST_SHARER_NAME } from '@lantern/shared/features/commission/limits.ts'
import { useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { OwnEarnings } from './OwnEarnings.tsx'
import { Terms } from './Terms.tsx'
import type { Sharing } from './useSharing.ts'
import './earn.css'

interface EarnProps {
  readonly room: RoomState
  readonly sharing: Sharing
}

export function Earn({ room, sharing }: EarnProps) {
  const { mine } = sharing
  if (mine === null) return null
  if (mine.me !== null) {
    const isOlder = mine.terms.isOn && !mine.me.isOver && mine.me.consent !== CONSENT_VERSION
    return (
      <>
        {isOlder && <Renew room={room} sharing={sharing} name={mine.me.name} />}
        <OwnEarnings room={room} sharing={sharing} me={mine.me} terms={mine.terms} />
      </>
    )
  }
  return mine.terms.isOn ? <Offer room={room} sharing={sharing} /> : null
}

/** Whoever agreed to an earlier text goes on by that one until they agree to this. */
function Renew({ room, sharing, name }: EarnProps & { readonly name: string }) {
  const { t } = useWords()
  return (
    <section className="earn" data-testid="sharer-renew">
      <p>{t('sharing.renew')}</p>
      <p className="earn-terms">{t('sharing.consent', { shop: room.show.shopName })}</p>
      <button
        className="act"
        aria-disabled={sharing.busy}
        data-testid="sharer-renew-yes"
        onClick={() => void sharing.join(name)}
      >
        {t('sharing.renewYes')}
      </button>
      {sharing.refusal !== null && <p className="earn-refused">{sharing.refusal}</p>}
    </section>
  )
}

function Offer({ room, sharing }: EarnProps) {
  const { t } = useWords()
  const { session } = useScene()
  const [name, setName] = useState('')
  const [isAgreed, setIsAgreed] = useState(false)
  const isComplete = name.trim() !== '' && isAgreed
  const join = () => (isComplete ? sharing.join(name.trim()) : session.notices.say(t('sharing.needsBoth')))
  return (
    <form
      className="earn"
      aria-labelledby="earn-title"
      onSubmit={(event) => {
        event.preventDefault()
        void join()
      }}
    >
      <h3 id="earn-title">{t('sharing.title')}</h3>
      <Terms room={room} sharing={sharing} />
      <label className="earn-field">
        <span>{t('sharing.name')}</span>
        <input
          maxLength={MOST_SHARER_NAME}
          autoComplete="nickname"
          data-testid="sharer-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="earn-consent">
        <input
          type="checkbox"
          data-testid="sharer-consent"
          checked={isAgreed}
          onChange={(event) => setIsAgreed(event.target.checked)}
        />
        <span>{t('sharing.consent', { shop: room.show.shopName })}</span>
      </label>
      <button className="act" aria-disabled={!isComplete || sharing.busy} data-testid="sharer-join">
        {t('sharing.join')}
      </button>
      {sharing.refusal !== null && <p className="earn-refused">{sharing.refusal}</p>}
    </form>
  )
}
