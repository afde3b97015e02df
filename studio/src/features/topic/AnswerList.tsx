// The answers to a topic, newest first, to be searched, picked and hidden; folded until staff open it.
import { AnswerFilter, type StaffAnswer, type Topic } from '@lantern/shared/features/topic/contract.ts'
import { MOST_SEARCH } from '@lantern/shared/features/topic/limits.ts'
import { useState } from 'react'
import type { Shown } from '../../plays/play.tsx'
import { useWords } from '../../words.ts'
import { Answer } from './Answer.tsx'
import './topic.css'
import { type Answers, useAnswers } from './useAnswers.ts'

export function AnswerList({ one, say }: Shown<Topic>) {
  const [isOpen, setIsOpen] = useState(one.state === 'open')
  if (one.state === 'draft' || one.state === 'announced') return null
  return (
    <details
      className="topic-list"
      data-testid="topic-list"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{say('topic.list')}</summary>
      {isOpen && <Looked one={one} />}
    </details>
  )
}

function Looked({ one }: { readonly one: Topic }) {
  const { say } = useWords()
  const looked = useAnswers(one)
  const { answers, more, onMarked } = looked
  return (
    <>
      <Bar looked={looked} />
      {answers?.length === 0 && <Nothing looked={looked} />}
      <ul data-testid="topic-answers">
        {answers?.map((answer: StaffAnswer) => (
          <Answer key={answer.no} one={one} answer={answer} onMarked={onMarked} />
        ))}
        {more && (
          <li>
            <button type="button" className="btn" data-testid="topic-more" onClick={more}>
              {say(looked.isSearched ? 'topic.searchFurther' : 'topic.more')}
            </button>
          </li>
        )}
      </ul>
    </>
  )
}

function Bar({ looked: { filter, search, look } }: { readonly looked: Answers }) {
  const { say } = useWords()
  return (
    <div className="topic-bar">
      <div role="group" aria-label={say('topic.list')}>
        {AnswerFilter.options.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === filter}
            data-testid={`topic-filter-${one}`}
            onClick={() => look({ filter: one })}
          >
            {say(`topic.filter.${one}`)}
          </button>
        ))}
      </div>
      <input
        type="search"
        aria-label={say('topic.search')}
        placeholder={say('topic.search')}
        maxLength={MOST_SEARCH}
        data-testid="topic-search"
        value={search}
        onChange={(event) => look({ search: event.target.value })}
      />
    </div>
  )
}

function Nothing({ looked: { filter, isSearched, more } }: { readonly looked: Answers }) {
  const { say } = useWords()
  if (more) return <p className="quiet">{say('topic.noMatchYet')}</p>
  const isAll = filter === 'all' && !isSearched
  return <p className="quiet">{say(isAll ? 'topic.nothing' : 'topic.noMatch')}</p>
}
