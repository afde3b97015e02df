// A line to make a link: where it goes, and done.
import { createId } from '@lantern/shared/client/ids.ts'
import { LinkId } from '@lantern/shared/features/links/contract.ts'
import { MOST_LINK_NAME } from '@lantern/shared/features/links/limits.ts'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'

export function MakeLink({ onMade }: { readonly onMade: (id: LinkId) => void }) {
  const { say } = useWords()
  const { send } = useDesk()
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  // The same until the reply has come: asked again it makes no second one.
  const [id, setId] = useState(createId)
  const make = async () => {
    setBusy(true)
    const made = await send('link:make', { id: LinkId.parse(id), name: name.trim(), groupId: null })
    setBusy(false)
    if (!made.ok) return
    setId(createId())
    setName('')
    onMade(made.value.id)
  }

  return (
    <form
      className="make-link"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (name.trim() !== '' && !isBusy) void make()
      }}
    >
      <p className="quiet small">{say('links.lead')}</p>
      <label className="field">
        <span>{say('links.name')}</span>
        <input
          data-testid="link-name"
          value={name}
          maxLength={MOST_LINK_NAME}
          placeholder={say('links.usual')}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <button className="btn main" data-testid="link-make" disabled={name.trim() === '' || isBusy}>
        <Plus size={16} aria-hidden="true" />
        {say('links.make')}
      </button>
    </form>
  )
}
