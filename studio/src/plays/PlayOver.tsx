// What viewers have of a play over the picture right now: its title, how it goes, and the time.
import { countsDownTo } from '@lantern/shared/activities/countsDownTo.ts'
import { Countdown } from '@lantern/shared/ui/Countdown.tsx'
import { useDesk } from '../desk/DeskContext.ts'
import './plays.css'
import { usePlayViews } from './usePlayViews.ts'

export function PlayOver() {
  const { client, room } = useDesk()
  const view = usePlayViews().going.find(({ life }) => life.id === room.front?.activityId)
  if (!view) return null
  const { kind, life, Icon, title, over } = view
  const until = life.state === 'open' ? countsDownTo(life) : null

  return (
    <div className="play-over" data-testid={`${kind}-over`}>
      <Icon size={16} aria-hidden="true" />
      <b>{title}</b>
      <span>{over}</span>
      {until !== null && <Countdown clock={client.clock} until={until} />}
    </div>
  )
}
