// Under a template: another name for it, and its removal.
import type { Template } from '@lantern/shared/features/templates/contract.ts'
import { MOST_TEMPLATE_NAME } from '@lantern/shared/features/templates/limits.ts'
import { type FormEvent, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { Confirm } from '../../desk/parts/Confirm.tsx'
import { useWords } from '../../words.ts'
import { useReadAgain } from './useTemplates.ts'

interface ChangeTemplateProps {
  readonly template: Template
  readonly onDone: () => void
  readonly onRemoved: () => void
}

export function ChangeTemplate({ template: { id, name, version }, onDone, onRemoved }: ChangeTemplateProps) {
  const { say } = useWords()
  const { send } = useDesk()
  const readAgain = useReadAgain()
  const [typed, setTyped] = useState(name)

  // Also where it was refused: somebody else has changed them then.
  async function rename(event: FormEvent) {
    event.preventDefault()
    const renamed = await send('template:rename', { id, version, name: typed.trim() })
    await readAgain()
    if (renamed.ok) onDone()
  }
  async function remove() {
    const removed = await send('template:remove', { id, version })
    await readAgain()
    if (removed.ok) onRemoved()
  }
  return (
    <form
      className="template-form"
      onSubmit={(event) => void rename(event)}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
    >
      <label className="field">
        <span>{say('template.name')}</span>
        <input
          data-testid="template-name"
          // It was opened to be changed.
          autoFocus
          value={typed}
          maxLength={MOST_TEMPLATE_NAME}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button className="btn" data-testid="template-rename" disabled={['', name].includes(typed.trim())}>
        {say('template.rename')}
      </button>
      <Confirm
        testId="template-remove"
        label={say('template.remove')}
        question={say('template.removeQuestion', { name })}
        yes={say('template.removeYes')}
        onYes={() => void remove()}
      />
    </form>
  )
}
