// What every part of a leader's page is given: what can be done, what is loaded, and the show that is looked at.
import type { LeaderShow, LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import type { Leader } from './useLeader.ts'

export interface LoadedProps {
  readonly leader: Leader
  readonly state: LeaderState
}

export interface ShowProps extends LoadedProps {
  readonly show: LeaderShow
}
