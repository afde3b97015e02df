// The shop's word lists: which words are looked at first, or refused.
import type { WordList } from '@lantern/shared/contract/comments.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useRefusalWords } from '../../refusalWords.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { toText, toWords, TREATMENTS } from './blocklistText.ts'

export const WORDS = ['words'] as const

export function BlocklistDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { client } = useDesk()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState(0)
  const [news, setNews] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const asked = useQuery({
    queryKey: WORDS,
    queryFn: async () => {
      const reply = await client.send('words:read', {})
      return reply.ok ? reply.value.lists : []
    },
  })
  const lists = asked.data ?? []
  const list = lists[chosen]

  return (
    <dialog ref={dialog} className="words" aria-label={say('talk.words')} onClose={onClose} data-testid="words">
      <h2>{say('talk.words')}</h2>
      <p className="quiet small">{say('talk.wordsLead')}</p>
      <div className="chips" role="group" aria-label={say('talk.lists')}>
        {lists.map((each, index) => (
          <button
            key={each.id}
            className="chip"
            aria-pressed={index === chosen}
            data-testid={`words-${each.id}`}
            onClick={() => {
              setChosen(index)
              setNews('')
            }}
          >
            {listName(each.id, say('talk.ownWords'))}
          </button>
        ))}
      </div>
      {list && <ListForm key={`${list.id} ${list.version}`} list={list} onNews={setNews} />}
      <p role="status" className="small" data-testid="words-news">
        {news}
      </p>
      <button className="btn" onClick={() => dialog.current?.close()}>
        {say('common.close')}
      </button>
    </dialog>
  )
}

const NAMES: Readonly<Record<string, string>> = { en: 'English', zh: '中文', ja: '日本語' }

function listName(id: string, own: string): string {
  return NAMES[id] ?? own
}

interface ListFormProps {
  readonly list: WordList
  /** Told here, since the form is made anew when its list has changed. */
  readonly onNews: (news: string) => void
}

function ListForm({ list, onNews }: ListFormProps) {
  const { say } = useWords()
  const { text, setText, treatment, setTreatment, save } = useListDraft(list, onNews)

  return (
    <form
      className="words-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="chips" role="group" aria-label={say('talk.treatment')}>
        {TREATMENTS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={each === treatment}
            data-testid={`treatment-${each}`}
            onClick={() => setTreatment(each)}
          >
            {say(`talk.treatment.${each}`)}
          </button>
        ))}
      </div>
      <label className="field">
        <span>{say('talk.oneALine')}</span>
        <textarea
          rows={10}
          value={text}
          spellCheck={false}
          data-testid="words-text"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button className="btn main" data-testid="words-save">
        {say('talk.saveWords')}
      </button>
    </form>
  )
}

function useListDraft(list: WordList, onNews: ListFormProps['onNews']) {
  const { say } = useWords()
  const { client } = useDesk()
  const queries = useQueryClient()
  const refusalText = useRefusalWords()
  const [text, setText] = useState(() => toText(list.words))
  const [treatment, setTreatment] = useState(list.treatment)
  const save = async (): Promise<void> => {
    const { words, tooLong } = toWords(text)
    if (tooLong !== null) return onNews(say('talk.wordTooLong', { word: tooLong }))
    const reply = await client.send('words:set', { ...list, treatment, words })
    onNews(reply.ok ? say('talk.saved') : refusalText(reply.code, reply))
    if (!reply.ok && reply.code === 'WORDS_CHANGED') void queries.invalidateQueries({ queryKey: WORDS })
    if (reply.ok) {
      queries.setQueryData<readonly WordList[]>(WORDS, (lists = []) =>
        lists.map((each) => (each.id === list.id ? reply.value : each)),
      )
    }
  }
  return { text, setText, treatment, setTreatment, save }
}
