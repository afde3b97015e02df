// How the shop may reach a tester: asked once they have a place, sent by consent alone, and changed as long as they like.
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { MOST_CONTACT } from '@lantern/shared/features/testers/limits.ts'
import { useState } from 'react'
import { PlayFine } from '../../plays/parts.tsx'
import { useAct } from '../../plays/useAct.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function ContactForm({ activityId }: { readonly activityId: ActivityId }) {
  const { t } = useWords()
  const { view, session } = useScene()
  const known = view.own.testerContacts.find((one) => one.activityId === activityId) ?? null
  const [typed, setTyped] = useState<string | null>(null)
  const [isAgreed, setIsAgreed] = useState(false)
  const { busy, refusal, send } = useAct()
  if (known && typed === null) {
    return <Known contact={known.contact} onChange={() => setTyped(known.contact)} />
  }
  const contact = (typed ?? '').trim()
  const isComplete = contact !== '' && isAgreed

  async function tell() {
    if (!isComplete) return session.notices.say(t('testers.needsBoth'))
    const reply = await send('testers:contact', { activityId, contact, consent: true, language: session.locale })
    if (!reply?.ok) return
    setTyped(null)
    session.notices.say(t('testers.saySent'))
  }
  return (
    <form
      className="testers-form"
      onSubmit={(event) => {
        event.preventDefault()
        void tell()
      }}
    >
      <input
        aria-label={t('testers.reach')}
        placeholder={t('testers.reach')}
        maxLength={MOST_CONTACT}
        autoComplete="email"
        data-testid="testers-contact"
        value={typed ?? ''}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button className="testers-send" aria-disabled={!isComplete || busy} data-testid="testers-send">
        {t('testers.send')}
      </button>
      <Consent isAgreed={isAgreed} onAgree={setIsAgreed} />
      <PlayFine refused={refusal !== null}>{refusal ?? t('testers.onlyFor')}</PlayFine>
    </form>
  )
}

interface ConsentProps {
  readonly isAgreed: boolean
  readonly onAgree: (isAgreed: boolean) => void
}

/** Never ticked beforehand. */
function Consent({ isAgreed, onAgree }: ConsentProps) {
  const { t } = useWords()
  return (
    <label>
      <input
        type="checkbox"
        data-testid="testers-consent"
        checked={isAgreed}
        onChange={(event) => onAgree(event.target.checked)}
      />
      {t('testers.consent')}
    </label>
  )
}

interface KnownProps {
  readonly contact: string
  readonly onChange: () => void
}

function Known({ contact, onChange }: KnownProps) {
  const { t } = useWords()
  return (
    <PlayFine>
      {t('testers.said', { contact })}{' '}
      <button type="button" data-testid="testers-change" onClick={onChange}>
        {t('testers.change')}
      </button>
    </PlayFine>
  )
}
