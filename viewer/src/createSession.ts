// Puts a visit together: the room, what one does in it, and the messages that follow.
import i18next from 'i18next'
import { createActs } from './acts/acts.ts'
import type { Told } from './acts/acts.ts'
import { createNotices } from './acts/notices.ts'
import type { Session } from './session.ts'

export function createSession(given: Pick<Session, 'client' | 'openMedia' | 'address' | 'locale' | 'origin'>): Session {
  const notices = createNotices()
  const tell = (told: Told) => {
    if (told.kind === 'refused') notices.show(i18next.t(`refusals:${told.code}`))
    else if (told.kind === 'held') notices.show(i18next.t('viewer:heldNow'), 'good')
    else notices.show(i18next.t('viewer:letGoDone'))
  }
  return { ...given, notices, acts: createActs(given.client, tell) }
}
