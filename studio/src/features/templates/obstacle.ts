// Why a template cannot be made in this show, before anyone tries.
import type { Template } from '@lantern/shared/features/templates/contract.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import type { Locale, Product } from '@lantern/shared/contract/things.ts'
import type { Say } from '../../words.ts'
import { hasMoney } from '../../plays/maker.ts'

interface Telling {
  /** Of the show, as are the products. */
  readonly currency: string
  readonly products: readonly Product[]
  readonly say: Say
  readonly locale: Locale
}

/** Null: nothing that can be known here. */
export function obstacleOf(template: Template, { currency: to, products, say, locale }: Telling): string | null {
  const { currency: from, terms } = template
  if (hasMoney(terms) && from !== to) return say('template.otherMoney', { from, to })
  const here = new Set(products.map(({ id }) => id))
  const missing = template.products.filter(({ id }) => !here.has(id)).map(({ title }) => pickText(title, locale))
  if (missing.length === 0) return null
  return say('template.notHere', { what: new Intl.ListFormat(locale).format(missing) })
}
