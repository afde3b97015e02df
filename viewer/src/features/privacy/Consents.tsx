// What was agreed to, with the way back beside each.
import type { OwnConsent } from '@lantern/shared/contract/consents.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { withdraw } from './api.ts'

interface ConsentsProps {
  readonly consents: readonly OwnConsent[]
  readonly onChange: () => void
}

export function Consents({ consents, onChange }: ConsentsProps) {
  const { t } = useWords()
  return (
    <section data-testid="known-consents">
      <h3 className="small-head">{t('known.consents')}</h3>
      <ul className="known-consents">
        {consents.map((consent) => (
          <li key={consent.id}>
            <Consent consent={consent} onChange={onChange} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const LANGUAGES = { en: 'English', 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文' } as const

function Consent({ consent, onChange }: { readonly consent: OwnConsent; readonly onChange: () => void }) {
  const { t, locale } = useWords()
  const { purpose, show, version, language, givenAt, withdrawnAt } = consent
  const given = { at: formatMoment(givenAt, locale), version }
  return (
    <>
      <b>{t(`known.value.consent_${purpose}`)}</b>
      {show !== null && <span>{t('known.inShow', { show })}</span>}
      <span>
        {language === null ? t('known.given', given) : t('known.givenIn', { ...given, language: LANGUAGES[language] })}
      </span>
      {withdrawnAt === null ? (
        <Withdraw consent={consent} onDone={onChange} />
      ) : (
        <span>{t('known.withdrawn', { at: formatMoment(withdrawnAt, locale) })}</span>
      )}
    </>
  )
}

function Withdraw({ consent: { id, purpose }, onDone }: { readonly consent: OwnConsent; readonly onDone: () => void }) {
  const { t } = useWords()
  const { notices } = useScene().session
  const [isAsked, setIsAsked] = useState(false)
  const act = async () => {
    if (await withdraw(id)) return onDone()
    notices.say(t('known.failed'))
  }
  if (!isAsked) {
    return (
      <button className="act" data-testid={`withdraw-${purpose}`} onClick={() => setIsAsked(true)}>
        {t('known.withdraw')}
      </button>
    )
  }
  return (
    <div className="known-asked">
      <p>{t(purpose === 'share' ? 'known.withdrawAsk.share' : 'known.withdrawAsk.contact')}</p>
      <button className="act" data-testid="withdraw-yes" onClick={() => void act()}>
        {t('known.withdraw')}
      </button>
      <button className="act" onClick={() => setIsAsked(false)}>
        {t('known.eraseNo')}
      </button>
    </div>
  )
}
