// Erases whoever looks, asked once more: it is for good, and the page begins anew as somebody else's.
import { useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { eraseAll } from './api.ts'

export function EraseAll({ openHolds }: { readonly openHolds: number }) {
  const { t, count } = useWords()
  const { notices } = useScene().session
  const [isAsked, setIsAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const act = async () => {
    if (busy) return
    setBusy(true)
    if (await eraseAll()) return location.reload()
    setBusy(false)
    notices.say(t('known.failed'))
  }
  if (!isAsked) {
    return (
      <button className="act known-erase" data-testid="known-erase" onClick={() => setIsAsked(true)}>
        {t('known.erase')}
      </button>
    )
  }
  return (
    <div className="known-asked" role="alertdialog" aria-label={t('known.erase')}>
      <p>{t('known.eraseAsk')}</p>
      {openHolds > 0 && <p>{t('known.openHolds', { count: count(openHolds) })}</p>}
      <button className="act known-erase" aria-disabled={busy} data-testid="known-erase-yes" onClick={() => void act()}>
        {t('known.eraseYes')}
      </button>
      <button className="act" onClick={() => setIsAsked(false)}>
        {t('known.eraseNo')}
      </button>
    </div>
  )
}
