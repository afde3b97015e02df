// What a kept play waits for, and the way to undo it.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useDesk } from '../desk/DeskContext.ts'
import { useWords } from '../words.ts'

export function Waits({ kind, life }: { readonly kind: string; readonly life: ActivityLife }) {
  const words = useWords()
  const { send, may, room } = useDesk()
  const { id: activityId, revision, state, waitsFor } = life
  if (waitsFor === null || state !== 'draft' || room.show.phase === 'ended') return null
  return (
    <p className="play-waits" data-testid={`${kind}-waits`}>
      <span>{sentenceOf(waitsFor, words)}</span>
      {may('activity:plan') && (
        <button
          className="btn"
          data-testid={`${kind}-unplan`}
          onClick={() => void send('activity:plan', { activityId, revision, waitsFor: null })}
        >
          {words.say('play.unplan')}
        </button>
      )}
    </p>
  )
}

function sentenceOf(waitsFor: WaitsFor, { say, locale }: Pick<ReturnType<typeof useWords>, 'say' | 'locale'>): string {
  if (waitsFor.is === 'minutes') return say('play.opensAfter', { count: waitsFor.minutes })
  if (waitsFor.is === 'time') return say('play.opensAt', { time: formatMoment(waitsFor.at, locale) })
  return say('play.opensWith', { count: waitsFor.viewers })
}
