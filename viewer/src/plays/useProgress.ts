// How far the viewer is with what a play asks for: asked of the server when it can have changed, counted on in between.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { Condition, Progress } from '@lantern/shared/activities/conditions.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useScene } from '../session.ts'

/** The server's clock and ours are not one: asked a moment after it must be met. */
const LATER_MS = 1000
/** Where nothing happens here that would change it, something may have elsewhere. */
const AGAIN_MS = 60_000
const SECOND_MS = 1000

export interface Step {
  readonly condition: Condition
  readonly progress: Progress
  readonly isMet: boolean
}

/** Null: nothing is asked, the viewer is in, nobody can enter any more, or it is not known yet. */
export function useProgress(life: ActivityLife, isIn: boolean): readonly Step[] | null {
  const { session, view, said, holds } = useScene()
  const isAsked = life.conditions.length > 0 && !isIn && !isOver(life.state) && view.self?.role === 'viewer'
  const [known, setKnown] = useState<{ readonly progress: readonly Progress[]; readonly at: number } | null>(null)
  const paid = holds.filter(({ state }) => state === 'paid').length
  const won = view.own.wins.map(({ activityId, state }) => `${activityId} ${state}`).join()
  const cause = `${life.id} ${life.state} ${said.comments.length} ${paid} ${won}`

  const ask = useEffectEvent(() => {
    const told = session.client.send('activity:progress', { activityId: life.id })
    void told.then((outcome) => outcome.ok && setKnown({ progress: outcome.value.progress, at: Date.now() }))
  })
  useEffect(() => {
    if (isAsked) ask()
  }, [isAsked, cause])
  const soonest = known === null ? null : soonestOf(life, known.progress)
  useEffect(() => {
    if (!isAsked || known === null) return
    const timer = setTimeout(() => ask(), Math.min(AGAIN_MS, (soonest ?? AGAIN_MS) + LATER_MS))
    return () => clearTimeout(timer)
  }, [isAsked, known, soonest])
  const now = useSeconds(isAsked && soonest !== null)

  if (!isAsked || known === null) return null
  const passed = Math.max(0, now - known.at)
  return life.conditions.flatMap((condition, nth) => {
    const progress = known.progress[nth]
    return progress === undefined ? [] : [stepOf(condition, progress, passed)]
  })
}

/** Ms until a time of watching is full; null: none is under way. */
function soonestOf({ conditions }: ActivityLife, progress: readonly Progress[]): number | null {
  const lefts = conditions.flatMap(({ is }, nth) => {
    const one = progress[nth]
    return is === 'watched' && one !== undefined && one.have < one.need ? [one.need - one.have] : []
  })
  return lefts.length === 0 ? null : Math.min(...lefts)
}

/** Watching goes on while the page is open; that it is enough is for the server to say. */
function stepOf(condition: Condition, progress: Progress, passedMs: number): Step {
  const isMet = progress.have >= progress.need
  if (isMet || condition.is !== 'watched') return { condition, progress, isMet }
  return { condition, progress: { ...progress, have: Math.min(progress.have + passedMs, progress.need) }, isMet }
}

function useSeconds(runs: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [runs])
  return now
}
