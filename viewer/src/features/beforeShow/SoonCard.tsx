// Before the show: what it is called, and when it begins.
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useNow } from '@lantern/shared/ui/useNow.ts'
import type { LayerProps } from '../../places.ts'
import { useScene, useStepMs, useWords } from '../../overlay/scene.ts'

export function SoonCard({ room: { show } }: LayerProps) {
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
