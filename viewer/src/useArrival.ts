// What a person is told who comes with a message in the address: a refusal's code, or a hold from the shop.
import { useTranslation } from 'react-i18next'
import { useScene } from './session.ts'
import { useWords } from './useWords.ts'
import { isLive } from './view/holds.ts'

export function useArrival(): () => void {
  const { t } = useWords()
  const { i18n } = useTranslation()
  const { session, holds } = useScene()
  const { notice, back } = session.address
  return () => {
    if (notice !== null && i18n.exists(`refusals:${notice}`)) {
      session.notices.show(i18n.t(`refusals:${notice}`))
      return
    }
    const hold = holds.find((one) => one.id === back)
    if (back === null) return
    if (hold?.state === 'paid') session.notices.show(t('backPaid'), 'good')
    else session.notices.show(hold !== undefined && isLive(hold) ? t('backHeld') : t('backOver'))
  }
}
