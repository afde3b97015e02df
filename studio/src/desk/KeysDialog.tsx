// The list of keys, shown by `?`.
import { useEffect, useRef } from 'react'
import { useStudio } from '../useParts.ts'
import { useWords, type WordKey } from '../words.ts'

const OWN_ROWS: readonly { readonly shown: string; readonly word: WordKey }[] = [
  { shown: '/', word: 'keys.search' },
  { shown: '?', word: 'keys.this' },
  { shown: 'Esc', word: 'keys.close' },
]

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { keys } = useStudio()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className="keys" aria-label={say('keys.title')} onClose={onClose} onClick={onClose}>
      <h2>{say('keys.title')}</h2>
      <dl>
        {[...keys, ...OWN_ROWS].map(({ shown, word }) => (
          <div key={shown}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
      <button className="btn">{say('common.close')}</button>
    </dialog>
  )
}
