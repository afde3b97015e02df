// The word beside a price that is the lowest of several, before it or after it, as the language has it.
import type { ReactNode } from 'react'

/** Stands for the price, which has a look of its own. */
const SLOT = '|'

interface PriceFromProps {
  readonly isFrom: boolean
  readonly t: (key: 'fromPrice', fill: { readonly price: string }) => string
  readonly children: ReactNode
}

export function PriceFrom({ isFrom, t, children }: PriceFromProps) {
  if (!isFrom) return children
  const [before = '', after = ''] = t('fromPrice', { price: SLOT }).split(SLOT)
  return (
    <>
      <Word is={before.trim()} />
      {children}
      <Word is={after.trim()} />
    </>
  )
}

function Word({ is }: { readonly is: string }) {
  return is === '' ? null : <small className="from">{is}</small>
}
