// The foot of the page: say something, and the bag with all products.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { SendHorizontal, ShoppingBag } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'

const LONGEST = 500

export function Foot({ room }: { readonly room: RoomState }) {
  const { t, count } = useWords()
  const { open } = useScene()
  const n = count(room.products.length)
  return (
    <footer className="foot">
      <Say />
      <button
        className="round round-bag"
        aria-label={t('allProducts', { n })}
        onClick={() => open({ kind: 'products' })}
        data-testid="bag"
      >
        <ShoppingBag size={22} aria-hidden="true" />
        <span className="badge">{n}</span>
      </button>
    </footer>
  )
}

function Say() {
  const { t } = useWords()
  const { acts } = useScene().session
  const [text, setText] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (said === '') return
    setText('')
    // A comment that was not taken comes back into the field, unless something new is there already.
    void acts.say(said).then((taken) => !taken && setText((now) => (now === '' ? said : now)))
  }
  return (
    <form className="say" onSubmit={submit}>
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={LONGEST}
        placeholder={t('say')}
        aria-label={t('say')}
        enterKeyHint="send"
        autoComplete="off"
        data-testid="comment-input"
      />
      {text.trim() !== '' && (
        <button className="say-send" aria-label={t('send')}>
          <SendHorizontal size={20} aria-hidden="true" />
        </button>
      )}
    </form>
  )
}
