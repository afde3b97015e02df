// What the tried rules would do with each comment; those that would act come first.
import type { OfferKeyword, OrderIntent, TriedComment } from '@lantern/shared/contract/commentOrders.ts'
import { formatCount } from '@lantern/shared/ui/money.ts'
import { useWords } from '../../words.ts'
import { actingFirst, intentInShort } from './intents.ts'

interface TriedProps {
  readonly comments: readonly TriedComment[]
  readonly keywords: readonly OfferKeyword[]
}

export function Tried({ comments, keywords }: TriedProps) {
  const { say, locale } = useWords()
  const count = (n: number) => formatCount(n, locale)
  const orders = comments.filter(({ intent }) => intent.kind !== 'none').length
  if (comments.length === 0) return <p className="empty">{say('buying.triedNone')}</p>

  return (
    <>
      <p role="status" data-testid="buying-tried">
        {say('buying.tried', { orders: count(orders), n: count(comments.length) })}
      </p>
      <ul className="buying-tried" tabIndex={0}>
        {actingFirst(comments).map(({ commentId, name, text, intent }) => (
          <li key={commentId} data-kind={intent.kind} data-testid="tried">
            <p>
              <small>{name}</small> {text}
            </p>
            <Outcome intent={intent} keywords={keywords} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Outcome({ intent, keywords }: { readonly intent: OrderIntent; readonly keywords: readonly OfferKeyword[] }) {
  const { say } = useWords()
  if (intent.kind === 'none') return <span className="quiet small">{say(`buying.none.${intent.why}`)}</span>
  const what = intentInShort(intent, keywords) || say('buying.everything')

  return (
    <span className="chip held">
      {say(intent.kind === 'buy' ? 'buying.wouldHold' : 'buying.wouldCancel', { what })}
    </span>
  )
}
