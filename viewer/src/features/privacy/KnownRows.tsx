// The rows of one kind, folded away until they are asked for.
import type { KnownFact, KnownGroup, KnownRow } from '@lantern/shared/contract/known.ts'
import { KNOWN_FACTS } from '@lantern/shared/contract/knownLists.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'

export function KnownRows({ group: { kind, rows, hasMore } }: { readonly group: KnownGroup }) {
  const { t, count } = useWords()
  return (
    <details className="known-kind" data-testid={`known-of-${kind}`}>
      <summary>
        {t(`known.kind.${kind}`)}
        <span>{hasMore ? `${count(rows.length)}+` : count(rows.length)}</span>
      </summary>
      <ul>
        {rows.map((row, at) => (
          <li key={at}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {hasMore && <p>{t('known.more')}</p>}
    </details>
  )
}

function Row({ row: { at, facts } }: { readonly row: KnownRow }) {
  const { t, locale } = useWords()
  const say = useFact()
  return (
    <>
      {at !== null && <time dateTime={new Date(at).toISOString()}>{formatMoment(at, locale)}</time>}
      <dl>
        {KNOWN_FACTS.map((fact) => {
          const value = facts[fact]
          return (
            value !== undefined && (
              <div key={fact}>
                <dt>{t(`known.fact.${fact}`)}</dt>
                <dd>{say(fact, value)}</dd>
              </div>
            )
          )
        })}
      </dl>
    </>
  )
}

const IN_OUR_WORDS: ReadonlySet<KnownFact> = new Set(['what', 'state'])
const MOMENTS: ReadonlySet<KnownFact> = new Set(['until', 'withdrawn'])

/** What other kinds of play are called is said as the server says it. */
function useFact(): (fact: KnownFact, value: string | number) => string {
  const { locale, count } = useWords()
  const book: Readonly<Record<string, string>> = useScene().session.words.viewer
  return (fact, value) => {
    if (typeof value === 'number') return MOMENTS.has(fact) ? formatMoment(value, locale) : count(value)
    return (IN_OUR_WORDS.has(fact) ? book[`known.value.${value}`] : undefined) ?? value
  }
}
