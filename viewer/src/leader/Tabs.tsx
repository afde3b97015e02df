// The two sides of the page, and at its foot the two ways to hand over.
import { Grip, ScanLine } from 'lucide-react'
import { useState } from 'react'
import type { ShowProps } from './showProps.ts'
import { useSaid } from './words.ts'

type Tab = 'prepare' | 'orders'

interface TabsProps {
  readonly tab: Tab
  readonly pieces: number
  readonly orders: number
  readonly onChange: (tab: Tab) => void
}

export function Tabs({ tab, pieces, orders, onChange }: TabsProps) {
  const { count, t } = useSaid()
  const words = { prepare: count('prepare', pieces), orders: t('orders', { n: orders }) }
  return (
    <div className="bound-seg" role="tablist">
      {(['prepare', 'orders'] as const).map((one) => (
        <button
          key={one}
          role="tab"
          aria-selected={one === tab}
          data-testid={`tab-${one}`}
          onClick={() => onChange(one)}
        >
          {words[one]}
        </button>
      ))}
    </div>
  )
}

interface BottomProps extends Pick<ShowProps, 'leader' | 'state'> {
  /** Handing over is what comes next. */
  readonly isMain: boolean
  readonly onHand: (by: 'scan' | 'digits') => void
}

/** Where another phone hands over, this one asks first; without a line nobody knows, and what happens twice is shown. */
export function Bottom({ leader, state, isMain, onHand }: BottomProps) {
  const { t } = useSaid()
  const [isAsking, setAsking] = useState<'scan' | 'digits' | null>(null)
  const begin = (by: 'scan' | 'digits') => {
    if (state.counter === 'other' && leader.hasLine) return setAsking(by)
    if (state.counter === 'none' && leader.hasLine && state.point !== null) void leader.takeCounter()
    onHand(by)
  }
  if (isAsking !== null)
    return (
      <div className="lead-bottom lead-asking" role="alertdialog" aria-label={t('otherCounter')}>
        <b>{t('otherCounter')}</b>
        <p className="bound-sub">{t('otherCounterWords')}</p>
        <button className="bound-main" onClick={() => void leader.takeCounter().then(() => onHand(isAsking))}>
          {t('takeCounter')}
        </button>
        <button className="bound-side" onClick={() => setAsking(null)}>
          {t('notNow')}
        </button>
      </div>
    )
  return (
    <div className="lead-bottom">
      <button className={isMain ? 'bound-main' : 'bound-side'} data-testid="scan" onClick={() => begin('scan')}>
        <ScanLine size={20} aria-hidden="true" />
        {t('scan')}
      </button>
      <button className="bound-side" data-testid="six-digits" onClick={() => begin('digits')}>
        <Grip size={20} aria-hidden="true" />
        {t('digits')}
      </button>
    </div>
  )
}
