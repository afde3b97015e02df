// Adds somebody who is told: an address, of what, and then the secret, once.
import { TOLD_TYPES, type ToldType } from '@lantern/shared/contract/webhooks.ts'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { SecretOnce } from './SecretOnce.tsx'
import { useChange } from './useChange.ts'

export function NewEndpointForm() {
  const { say } = useWords()
  const [url, setUrl] = useState('')
  const [types, setTypes] = useState<readonly ToldType[]>([])
  const add = useChange(api.addEndpoint)

  return (
    <>
      <form
        className="new-show"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ url: url.trim(), types: [...types] }, { onSuccess: () => setUrl('') })
        }}
      >
        <label className="field grow">
          <span>{say('hooks.url')}</span>
          <input
            data-testid="hook-url"
            type="url"
            value={url}
            maxLength={2000}
            placeholder="https://shop.example/hooks/lantern"
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
        <TypeChoice types={types} onChange={setTypes} />
        <button className="btn main" data-testid="hook-add" disabled={add.isPending || url.trim() === ''}>
          <Plus size={16} aria-hidden="true" />
          {say('hooks.add')}
        </button>
        <Problem error={add.error} />
      </form>
      {add.data && <SecretOnce key={add.data.id} secret={add.data.secret} />}
    </>
  )
}

interface Choice {
  readonly types: readonly ToldType[]
  readonly onChange: (types: readonly ToldType[]) => void
}

/** None chosen means all. */
function TypeChoice({ types, onChange }: Choice) {
  const { say } = useWords()
  return (
    <fieldset className="hook-types">
      <legend>{say('hooks.types')}</legend>
      <label>
        <input type="checkbox" checked={types.length === 0} onChange={() => onChange([])} />
        {say('hooks.allTypes')}
      </label>
      {TOLD_TYPES.map((type) => (
        <label key={type}>
          <input
            type="checkbox"
            checked={types.includes(type)}
            onChange={(event) =>
              onChange(event.target.checked ? [...types, type] : types.filter((one) => one !== type))
            }
          />
          <code>{type}</code>
        </label>
      ))}
    </fieldset>
  )
}
