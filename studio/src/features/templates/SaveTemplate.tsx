// Saves a play as a template of the shop: a name, and done; one of the same name is replaced.
import { createId } from '@lantern/shared/client/ids.ts'
import { TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { MOST_TEMPLATE_NAME } from '@lantern/shared/features/templates/limits.ts'
import { nameKey } from '@lantern/shared/features/templates/nameKey.ts'
import { type FormEvent, useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'
import type { PlayView } from '../../plays/play.tsx'
import './templates.css'
import { useReadAgain, useTemplates } from './useTemplates.ts'

export function SaveTemplate({ view }: { readonly view: PlayView }) {
  const { say } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setIsOpen(false)
    opener.current?.focus()
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        className="btn"
        aria-expanded={isOpen}
        aria-label={say('template.saveOf', { title: view.title })}
        data-testid={`${view.kind}-template`}
        onClick={() => {
          setSavedAs(null)
          setIsOpen(!isOpen)
        }}
      >
        {say('template.save')}
      </button>
      {isOpen && (
        <NameForm
          view={view}
          onClose={close}
          onSaved={(name) => {
            setSavedAs(name)
            close()
          }}
        />
      )}
      <small role="status" className="template-saved">
        {savedAs !== null && say('template.saved', { name: savedAs })}
      </small>
    </>
  )
}

interface NameFormProps {
  readonly view: PlayView
  readonly onClose: () => void
  readonly onSaved: (name: string) => void
}

function NameForm({ view, onClose, onSaved }: NameFormProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState(() => cut(view.title))
  const { name, isReplaced, isFailed, isReady, save } = useSaving(view, typed)

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isReady && (await save())) onSaved(name)
  }
  return (
    <form
      className="template-form"
      aria-label={say('template.saveOf', { title: view.title })}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <label className="field">
        <span>{say('template.name')}</span>
        <input
          data-testid="template-name"
          // It was opened to be written in.
          autoFocus
          value={typed}
          maxLength={MOST_TEMPLATE_NAME}
          aria-describedby={isReplaced ? 'template-replaces' : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button className="btn main" data-testid="template-save" disabled={!isReady}>
        {say(isReplaced ? 'template.replace' : 'template.keep')}
      </button>
      {isFailed && <p className="problem">{say('template.failed')}</p>}
      {isReplaced && <small id="template-replaces">{say('template.replaces')}</small>}
    </form>
  )
}

/** As much of it as a name may have, in whole characters. */
function cut(title: string): string {
  const fits = (kept: string, sign: string) => (kept.length + sign.length > MOST_TEMPLATE_NAME ? kept : kept + sign)
  return [...title].reduce(fits, '').trim()
}

/** Sent twice it is saved once; what is there under the name is replaced. */
function useSaving({ life }: PlayView, typed: string) {
  const { send } = useDesk()
  const { templates, isFailed } = useTemplates()
  const readAgain = useReadAgain()
  const [newId, setNewId] = useState(createId)
  const [isBusy, setIsBusy] = useState(false)
  const name = typed.trim()
  const replaced = templates?.find((one) => nameKey(one.name) === nameKey(name))
  const { id, version } = replaced ?? { id: TemplateId.parse(newId), version: 0 }

  async function save(): Promise<boolean> {
    setIsBusy(true)
    const saved = await send('template:save', { id, version, name, activityId: life.id })
    // What was saved with this id, its answer lost, is another one by now.
    if (!saved.ok && saved.code === 'TEMPLATE_CHANGED') setNewId(createId())
    // Also where it was refused: somebody else has changed them then.
    await readAgain()
    setIsBusy(false)
    return saved.ok
  }
  const isReady = name !== '' && templates !== null && !isBusy
  return { name, isReplaced: replaced !== undefined, isFailed, isReady, save }
}
