// Before the show: what it is called, and when it begins.
import type { Show } from '@lantern/shared/contract/things.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import { useScene, useStepMs, useWords } from './scene.ts'

export function SoonCard({ show }: { readonly show: Show }) {
  const { t, text } = useWords()
  const { client } = useScene()
  const stepMs = useStepMs()
  const isDue = useNow(client.clock, stepMs) >= show.startsAt
  return (
    <section className="overlay-card overlay-soon" data-testid="overlay-soon">
      <small>{show.shopName}</small>
      <h1>{text(show.title)}</h1>
      <p>
        <span>{t(isDue ? 'anyMoment' : 'opensIn')}</span>
        {!isDue && <Countdown clock={client.clock} until={show.startsAt} stepMs={stepMs} testId="overlay-countdown" />}
      </p>
    </section>
  )
}
