// What the parts of a sharer's page are given.
import type { SharerLink, SharerShow, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import type { Sharer } from './useSharer.ts'

export interface PartProps {
  readonly sharer: Sharer
  readonly state: SharerState
}

export interface LinkProps extends PartProps {
  readonly show: SharerShow
  readonly link: SharerLink
}
