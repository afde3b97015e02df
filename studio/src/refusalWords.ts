// What a refusal says to staff: the shared words, and the studio's own where a viewer would be told something else.
import type { Refusal, RefusalCode } from '@lantern/shared/contract/refusals.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords, type WordKey } from './words.ts'

const FOR_STAFF: Partial<Record<RefusalCode, WordKey>> = {
  NOT_ALLOWED: 'refusal.notAllowed',
  WRONG_LOGIN: 'refusal.wrongLogin',
  SHOW_NOT_FOUND: 'refusal.showNotFound',
  SHOW_NOT_LIVE: 'refusal.showNotLive',
  SHOW_ENDED: 'refusal.showEnded',
  SHOP_REFUSED: 'refusal.shopRefused',
  MEDIA_UNAVAILABLE: 'refusal.mediaUnavailable',
}

/** What a refusal may tell beside its code goes into the words: numbers, and how long to wait. */
export type RefusalWords = (code: RefusalCode, more?: Partial<Pick<Refusal, 'retryAfterMs' | 'detail'>>) => string

export function useRefusalWords(): RefusalWords {
  const { say } = useWords()
  const { t } = useTranslation('refusals')

  return useCallback(
    (code, { retryAfterMs = 0, detail = {} } = {}) => {
      const own = FOR_STAFF[code]
      if (own) return say(own)
      if (code !== 'TOO_MANY' || retryAfterMs <= 0) return t(code, { ...detail, time: formatLeftShort(retryAfterMs) })
      return say('refusal.tooManyFor', { count: Math.ceil(retryAfterMs / 1000) })
    },
    [say, t],
  )
}
