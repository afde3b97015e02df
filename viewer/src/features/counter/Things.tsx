// One's own coupons and orders, each with its code on a tap: one at a time, so that staff scan the right one.
import { useState } from 'react'
import { useWords } from '../../useWords.ts'
import { Code } from './Code.tsx'
import type { Thing } from './useThings.ts'
import './counter.css'

export function Things({ things }: { readonly things: readonly Thing[] }) {
  const { t } = useWords()
  const [shown, setShown] = useState<Thing | null>(null)
  // What was redeemed while its code was open stays until another one is opened.
  const gone = shown === null || things.some(({ key }) => key === shown.key) ? [] : [shown]
  const all = [...gone, ...things]
  return (
    <div className="counter-things">
      <p>{t(all.length === 0 ? 'counter.none' : 'counter.lead')}</p>
      {all.map((one) => (
        <section key={one.key} className="counter-thing" data-testid="counter-thing">
          <div>
            <span>
              <b>{one.title}</b>
              {one.sub !== '' && <small>{one.sub}</small>}
            </span>
            {shown?.key !== one.key && (
              <button className="counter-show" data-testid="counter-show" onClick={() => setShown(one)}>
                {t('counter.show')}
              </button>
            )}
          </div>
          {shown?.key === one.key && <Code thing={one.thing} />}
        </section>
      ))}
    </div>
  )
}
