// What was said when a shop without a list was in use tells nothing of one that has a list: that one was not read yet.
import type { CatalogueChanges } from '@lantern/shared/contract/catalogue.ts'

type Read = Pick<CatalogueChanges, 'problem' | 'readAt'>

export function ofThisShop<First extends Read>(first: First): First {
  return first.problem?.code === 'SHOP_CANNOT' ? { ...first, problem: null, readAt: null } : first
}
