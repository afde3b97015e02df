// The list of keys, shown by `?`.
import { useEffect, useRef } from 'react'
import { useWords, type WordKey } from '../words.ts'

const ROWS: readonly (readonly [string, WordKey])[] = [
  ['1 – 9', 'keys.pin'],
  ['F', 'keys.sale'],
  ['M', 'keys.mute'],
  ['/', 'keys.search'],
  ['?', 'keys.this'],
  ['Esc', 'keys.close'],
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="keys" aria-label={say('keys.title')} onClose={onClose} onClick={onClose}>
      <h2>{say('keys.title')}</h2>
      <dl>
        {ROWS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
      <button className="btn">{say('common.close')}</button>
    </dialog>
  )
}
