// The form for one more link: for which show, where it goes, and in what messenger.
import type { Messenger } from '@lantern/shared/contract/groups.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { type FormEvent, useState } from 'react'
import { showNow } from './paste.ts'
import type { PartProps } from './partProps.ts'
import { useUndone } from './useUndone.ts'
import { useSaid } from './words.ts'

/** What each is called; Facebook's own is called Messenger. */
export const MESSENGER_WORDS = {
  whatsapp: 'whatsapp',
  wechat: 'wechat',
  line: 'line',
  telegram: 'telegram',
  messenger: 'messenger',
  other: 'other',
} as const satisfies Record<Messenger, string>

const isMessenger = (text: string): text is Messenger => text in MESSENGER_WORDS
const MESSENGERS = Object.keys(MESSENGER_WORDS).filter(isMessenger)

/** As many as the contract lets through. */
const MOST_CHARACTERS = 60

interface Draft {
  readonly showId: ShowId | null
  readonly name: string
  readonly messenger: Messenger
}

export function NewLink({ sharer, state, onDone }: PartProps & { readonly onDone: () => void }) {
  const { t } = useSaid()
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ name: '', messenger: 'whatsapp' },
    showId: showNow(state)?.id ?? null,
  }))
  const [isBusy, setBusy] = useState(false)
  const undone = useUndone()
  const { showId, messenger } = draft
  const name = draft.name.trim()
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (showId === null) return
    setBusy(true)
    const made = await sharer.make({ showId, name, messenger })
    setBusy(false)
    undone.say(made.undone)
    if (made.undone === null) onDone()
  }
  return (
    <form className="sharer-form" onSubmit={(event) => void make(event)}>
      <Fields state={state} draft={draft} change={(more) => setDraft({ ...draft, ...more })} />
      {undone.words !== null && <p role="alert">{undone.words}</p>}
      <button className="bound-main" data-testid="link-make" disabled={name === '' || isBusy || !sharer.hasLine}>
        {t('make')}
      </button>
      <button type="button" className="bound-side" onClick={onDone}>
        {t('cancel')}
      </button>
    </form>
  )
}

interface FieldsProps extends Pick<PartProps, 'state'> {
  readonly draft: Draft
  readonly change: (more: Partial<Draft>) => void
}

function Fields({ state, draft: { showId, name, messenger }, change }: FieldsProps) {
  const { t, text, day } = useSaid()
  const open = state.shows.filter(({ isOpen }) => isOpen)
  return (
    <>
      {open.length > 1 && (
        <label>
          <span>{t('whichShow')}</span>
          <select
            value={showId ?? ''}
            onChange={({ target }) => change({ showId: open.find(({ id }) => id === target.value)?.id ?? null })}
          >
            {open.map(({ id, title, startsAt }) => (
              <option key={id} value={id}>
                {`${text(title)}, ${day(startsAt)}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('whichGroup')}</span>
        <input
          maxLength={MOST_CHARACTERS}
          placeholder={t('usualGroup')}
          data-testid="link-name"
          value={name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <label>
        <span>{t('whichMessenger')}</span>
        <select
          data-testid="link-messenger"
          value={messenger}
          onChange={({ target }) => isMessenger(target.value) && change({ messenger: target.value })}
        >
          {MESSENGERS.map((one) => (
            <option key={one} value={one}>
              {t(MESSENGER_WORDS[one])}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
