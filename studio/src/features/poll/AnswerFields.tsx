// The answers of a poll in its form: products of the show and texts, each with its problem beside it.
import { createId } from '@lantern/shared/client/ids.ts'
import type { Product } from '@lantern/shared/contract/things.ts'
import { MOST_ANSWER } from '@lantern/shared/features/poll/contract.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { Plus, X } from 'lucide-react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords, type WordKey } from '../../words.ts'
import { type DraftAnswer, isFull, type PollDraft, type PollProblems, withProduct, withText } from './pollForm.ts'

interface AnswerFieldsProps {
  readonly draft: PollDraft
  readonly problems: PollProblems
  readonly onChange: (draft: PollDraft) => void
}

export function AnswerFields({ draft, problems, onChange }: AnswerFieldsProps) {
  const { say } = useWords()
  const change = (key: string, text: string) =>
    onChange({ ...draft, answers: draft.answers.map((one) => (one.key === key ? { ...one, text } : one)) })

  return (
    <fieldset className="poll-fields">
      <legend>{say('poll.answers')}</legend>
      {draft.answers.map((answer, nth) => (
        <AnswerField
          key={answer.key}
          nth={nth}
          answer={answer}
          problem={problems.answers.get(answer.key) ?? null}
          onText={(text) => change(answer.key, text)}
          onRemove={() => onChange({ ...draft, answers: draft.answers.filter(({ key }) => key !== answer.key) })}
        />
      ))}
      {problems.list && <small className="problem">{say(problems.list)}</small>}
      {!isFull(draft) && <AddAnswer draft={draft} onChange={onChange} />}
    </fieldset>
  )
}

function AddAnswer({ draft, onChange }: Omit<AnswerFieldsProps, 'problems'>) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const others = room.products.filter(({ id }) => !draft.answers.some(({ productId }) => productId === id))

  return (
    <div className="poll-add">
      <select
        aria-label={say('poll.addProduct')}
        data-testid="poll-add-product"
        value=""
        onChange={(event) => {
          const product = others.find(({ id }) => id === event.target.value)
          if (product) onChange(withProduct(draft, product.id))
        }}
      >
        <option value="">{say('poll.addProduct')}</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {each.number} · {pickText(each.title, locale)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn"
        data-testid="poll-add-text"
        onClick={() => onChange(withText(draft, createId()))}
      >
        <Plus size={16} aria-hidden="true" />
        {say('poll.addText')}
      </button>
    </div>
  )
}

interface AnswerFieldProps {
  readonly nth: number
  readonly answer: DraftAnswer
  readonly problem: WordKey | null
  readonly onText: (text: string) => void
  readonly onRemove: () => void
}

function AnswerField({ nth, answer, problem, onText, onRemove }: AnswerFieldProps) {
  const { say, locale } = useWords()
  const { room } = useDesk()
  const product = room.products.find(({ id }) => id === answer.productId)
  const name = product ? pickText(product.title, locale) : answer.text

  return (
    <div className="poll-field field" data-wrong={problem !== null} data-testid={`poll-field-${nth}`}>
      {product ? (
        <ProductOf product={product} name={name} />
      ) : (
        <input
          aria-label={say('poll.answer', { n: nth + 1 })}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `poll-answer-${nth}-note` : undefined}
          data-testid={`poll-text-${nth}`}
          // A row was asked for to be written in.
          autoFocus
          value={answer.text}
          maxLength={MOST_ANSWER}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      <button type="button" className="icon-btn" aria-label={say('poll.takeOff', { name })} onClick={onRemove}>
        <X size={16} />
      </button>
      {problem && <small id={`poll-answer-${nth}-note`}>{say(problem)}</small>}
    </div>
  )
}

function ProductOf({ product, name }: { readonly product: Product; readonly name: string }) {
  return (
    <span className="poll-product">
      <ProductPicture product={product} title={name} size={32} />
      <span>{name}</span>
    </span>
  )
}
