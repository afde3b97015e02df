// The code of one coupon or order, to scan and to read out; asked again while it is in sight, for it changes, and may be redeemed.
import type { CounterThing, ShownCode } from '@lantern/shared/contract/counter.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { askCode } from './ask.ts'

const AGAIN_MS = 3000
const PART = /.{4}(?=.)/g

export function Code({ thing }: { readonly thing: CounterThing }) {
  const { t, locale } = useWords()
  const { session } = useScene()
  const shown = useCode(thing)
  if (shown === null) return <p role="status">{t('counter.noLine')}</p>
  if (shown.is === 'no') return <p role="status">{session.words.refusals[shown.why]}</p>
  if (shown.is === 'redeemed') {
    const when = formatMoment(shown.at, locale)
    return (
      <p className="counter-redeemed" role="status" data-testid="counter-redeemed">
        {t('counter.redeemed', { place: shown.place, when })}
      </p>
    )
  }
  const code = shown.code.replaceAll(PART, '$&-')
  return (
    <div className="counter-code">
      <div
        className="counter-qr"
        role="img"
        aria-label={t('counter.code', { code })}
        style={{ backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(shown.svg)}")` }}
      />
      <strong data-testid="counter-code">{code}</strong>
      <small>{t('counter.renews')}</small>
    </div>
  )
}

/** Null: nothing is known yet. */
function useCode(thing: CounterThing): ShownCode | null {
  const { session } = useScene()
  const [shown, setShown] = useState<ShownCode | null>(null)
  const isOver = shown?.is === 'redeemed'
  const read = useEffectEvent(() => askCode(thing))
  useEffect(() => {
    if (isOver) return
    let isOpen = true
    const ask = async () => {
      if (document.hidden) return
      const told = await read()
      if (!isOpen || told === null) return
      setShown(told)
      // The wallet knows of coupons of other shows only what it asks for.
      if (told.is === 'redeemed') void session.client.send('rewards:list', {})
    }
    void ask()
    const timer = setInterval(() => void ask(), AGAIN_MS)
    const onSight = () => void ask()
    document.addEventListener('visibilitychange', onSight)
    return () => {
      isOpen = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [isOver, session])
  return shown
}
