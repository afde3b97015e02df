// A template of the shop: one tap makes a draft from it, and it can be renamed and removed.
import { createId } from '@lantern/shared/client/ids.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Template } from '@lantern/shared/features/templates/contract.ts'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useParts } from '../../useParts.ts'
import { useWords } from '../../words.ts'
import type { Play } from '../../plays/play.tsx'
import { ChangeTemplate } from './ChangeTemplate.tsx'
import { obstacleOf } from './obstacle.ts'

interface TemplateRowProps {
  readonly template: Template
  readonly onMade: () => void
  readonly onRemoved: () => void
}

export function TemplateRow({ template, onMade, onRemoved }: TemplateRowProps) {
  const { say } = useWords()
  const part = useParts('play').find(({ key }) => key === template.kind)
  const [isChanging, setIsChanging] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  if (part === undefined) return null
  const { name } = template
  const Chevron = isChanging ? ChevronUp : ChevronDown
  const close = () => {
    setIsChanging(false)
    toggle.current?.focus()
  }

  return (
    <li data-testid="template-row" data-kind={template.kind}>
      <part.Icon size={16} aria-hidden="true" />
      <b>{name}</b>
      <Use template={template} kind={say(part.word)} play={part.play} onMade={onMade} />
      <button
        ref={toggle}
        type="button"
        className="icon-btn"
        aria-expanded={isChanging}
        aria-label={say('template.change', { name })}
        data-testid="template-change"
        onClick={() => setIsChanging(!isChanging)}
      >
        <Chevron size={18} aria-hidden="true" />
      </button>
      {isChanging && <ChangeTemplate template={template} onDone={close} onRemoved={onRemoved} />}
    </li>
  )
}

interface UseProps {
  readonly template: Template
  /** As staff call it. */
  readonly kind: string
  readonly play: Play
  readonly onMade: () => void
}

/** Tapped twice before the reply it is made once. */
function Use({ template, kind, play, onMade }: UseProps) {
  const { say, locale } = useWords()
  const desk = useDesk()
  const [activityId, setActivityId] = useState(createId)
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const { products, show } = desk.room
  const obstacle = obstacleOf(template, { products, currency: show.currency, say, locale })

  async function make() {
    if (isBusy) return
    setIsBusy(true)
    const making = { activityId: ActivityId.parse(activityId), to: desk, now: desk.client.clock.now() }
    const made = await play.make(template, making)
    setIsBusy(false)
    if (made.ok || made.code === 'ACTIVITY_ID_TAKEN') setActivityId(createId())
    setSaid(made.ok ? say('template.made') : made.code === 'STALE' ? say('template.stale') : null)
    if (made.ok) onMade()
  }
  return (
    <>
      <small role="status" data-wrong={obstacle !== null}>
        {obstacle ?? said ?? kind}
      </small>
      <button
        type="button"
        className="btn"
        disabled={obstacle !== null}
        aria-disabled={isBusy}
        aria-label={say('template.makeOf', { name: template.name })}
        data-testid="template-make"
        onClick={() => void make()}
      >
        {say('template.make')}
      </button>
    </>
  )
}
