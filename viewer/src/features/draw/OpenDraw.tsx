// A draw that is open: the prize, what it takes with how far one is, and one tap to be in.
import type { Draw } from '@lantern/shared/features/draw/contract.ts'
import { createId } from '@lantern/shared/client/ids.ts'
import { useState } from 'react'
import { Conditions } from '../../plays/Conditions.tsx'
import { missingIn } from '../../plays/missing.ts'
import { ActButton, PlayFine, PlayRow } from '../../plays/parts.tsx'
import type { BodyProps } from '../../plays/play.tsx'
import { useAct } from '../../plays/useAct.ts'
import type { Step } from '../../plays/useProgress.ts'
import { useScene } from '../../session.ts'
import { SealFine } from './Foot.tsx'
import { Prize } from './Prize.tsx'

export function OpenDraw(props: BodyProps<Draw>) {
  const { one, room, words, entry, steps } = props
  const act = useAct()
  const shown = entry === null ? steps : one.conditions.map(asMet)
  const button = <EnterButton {...props} act={act} />
  return (
    <div className="draw" data-stage="open">
      {shown === null || shown.length === 0 ? (
        <PlayRow>
          <Prize {...props} />
          {button}
        </PlayRow>
      ) : (
        <>
          <Prize {...props} />
          <hr className="draw-line" />
          <PlayRow>
            <Conditions steps={shown} products={room.products} />
            {button}
          </PlayRow>
        </>
      )}
      {act.refusal === null ? <SealFine one={one} words={words} /> : <PlayFine refused>{act.refusal}</PlayFine>}
    </div>
  )
}

/** Whoever is in has done it all: what was met once is met. */
function asMet(condition: Step['condition']): Step {
  return { condition, progress: { have: 1, need: 1 }, isMet: true }
}

interface EnterProps extends BodyProps<Draw> {
  readonly act: ReturnType<typeof useAct>
}

function EnterButton({ one, words, entry, steps, mayEnter, act }: EnterProps) {
  const { t, count } = words
  const { notices } = useScene().session
  // One tap is one request, however often it is sent.
  const [requestId] = useState(createId)
  if (entry !== null) {
    return (
      <ActButton state="in" label={t('draw.youAreIn')} small={t('draw.no', { n: count(entry.no) })} testId="draw-in" />
    )
  }
  async function enter() {
    const done = await act.send('draw:enter', { activityId: one.id, requestId })
    if (done?.ok === true) notices.say(t('draw.sayIn', { n: count(done.value.no) }))
  }
  // How far one is comes a moment after the card.
  const mayTap = mayEnter && (one.conditions.length === 0 || steps !== null)
  return (
    <ActButton
      state={mayTap ? 'go' : 'wait'}
      busy={act.busy}
      label={t('draw.enter')}
      small={mayTap ? t('draw.oneTap') : missingIn({ one, steps, words })}
      onTap={() => void enter()}
      testId="draw-enter"
    />
  )
}
