// The foot of the page: whose key its link is, and the way to stop.
import { Asked } from './Asked.tsx'
import type { PartProps } from './partProps.ts'
import { useUndone } from './useUndone.ts'
import { useSaid } from './words.ts'

export function Leave({ sharer, state }: PartProps) {
  const { t } = useSaid()
  const undone = useUndone()
  return (
    <footer className="sharer-foot">
      <p className="bound-sub">{t('keep')}</p>
      {!state.isOver && sharer.hasLine && (
        <Asked
          testId="sharer-leave"
          word={t('leave')}
          question={t('leaveQuestion')}
          yes={t('leaveYes')}
          onYes={async () => undone.say(await sharer.leave())}
        />
      )}
      {undone.words !== null && <p role="alert">{undone.words}</p>}
    </footer>
  )
}
