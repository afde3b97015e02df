// One product that is another at the shop: what differs, line by line, and a tick to take or leave it.
import type { ProductChange } from '@lantern/shared/contract/catalogue.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useWords } from '../../../words.ts'
import { linesOf } from './lines.ts'

interface ChangeRowProps {
  readonly change: ProductChange
  readonly currency: string
  readonly isChosen: boolean
  readonly onToggle: () => void
}

/** More of one product are behind a fold. */
const FEW = 4

export function ChangeRow({ change, currency, isChosen, onToggle }: ChangeRowProps) {
  const { say, locale } = useWords()
  const { key, title, productId, picture, live, more } = change
  const lines = linesOf(change, { say, locale, currency })
  const shows = live.map((show) => pickText(show.title, locale)).join(' · ')
  return (
    <li data-testid="change">
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={say('changes.choose', { product: title })}
          onChange={onToggle}
        />
        <ProductPicture
          product={{ id: productId ?? key, picture }}
          title={title}
          className="change-picture"
          size={40}
          lazy
        />
        <b>{title}</b>
        {productId === null && <span className="change-new">{say('changes.newProduct')}</span>}
      </label>
      <Lines lines={lines.slice(0, FEW)} />
      {lines.length + more > FEW && (
        <details>
          <summary>{say('changes.more', { count: lines.length - FEW + more })}</summary>
          <Lines lines={lines.slice(FEW)} />
        </details>
      )}
      {shows !== '' && <p className="needs-you">{say('changes.live', { shows })}</p>}
    </li>
  )
}

function Lines({ lines }: { readonly lines: ReturnType<typeof linesOf> }) {
  return (
    <dl>
      {lines.map(({ what, of, said }) => (
        <div key={`${what} ${of}`} data-what={what}>
          <dt>
            <bdi>{of}</bdi>
          </dt>
          <dd>
            <bdi>{said}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
