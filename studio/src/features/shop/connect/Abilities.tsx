// What the shop can do, by itself, by hand or not at all, and which ways of selling follow from it.
import { Check, Hand, type LucideIcon, Minus } from 'lucide-react'
import { useWords } from '../../../words.ts'
import type { Ability, AbilityView } from './view.ts'

const MARKS: Readonly<Record<Ability, LucideIcon>> = { yes: Check, by_hand: Hand, no: Minus }

interface AbilitiesProps {
  readonly abilities: readonly AbilityView[]
  /** Ways of selling, in words; empty: nothing to say yet. */
  readonly works: string
  /** What happens when another shop is used; empty: this one is in use. */
  readonly until: string
}

export function Abilities({ abilities, works, until }: AbilitiesProps) {
  const { say } = useWords()
  return (
    <section className="shop-card cans" data-testid="abilities" aria-labelledby="cans-title">
      <header className="shop-card-head">
        <h2 id="cans-title" className="shop-eyebrow">
          {say('can.title')}
        </h2>
      </header>
      {abilities.length === 0 && <p className="empty">{say('can.empty')}</p>}
      <ul>
        {abilities.map(({ name, label, said, answer }) => {
          const Mark = MARKS[answer]
          return (
            <li key={name} data-testid={`can-${name}`} data-answer={answer}>
              <div>
                <b>{label}</b>
                <small>{said}</small>
              </div>
              <span className="can-answer">
                <Mark size={15} aria-hidden="true" />
                {say(`can.${answer}`)}
              </span>
            </li>
          )
        })}
      </ul>
      {works !== '' && (
        <p className="cans-so" data-testid="works">
          <b>{say('can.so')}</b> {works} {until}
        </p>
      )}
    </section>
  )
}
