// A show that is to come, for the calendar of this phone.
import { CalendarPlus } from 'lucide-react'
import { calendarFile } from '../calendar.ts'
import { useScene } from '../session.ts'
import { useWords } from '../useWords.ts'

interface RemindMeProps {
  readonly title: string
  readonly startsAt: number
  readonly url: string
}

export function RemindMe(entry: RemindMeProps) {
  const { t } = useWords()
  const { client } = useScene().session
  const save = () => {
    const file = new Blob([calendarFile(entry, client.clock.now())], { type: 'text/calendar' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = 'show.ics'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <button className="poster-act" onClick={save} title={t('remindHint')} data-testid="remind-me">
      <CalendarPlus size={18} aria-hidden="true" />
      {t('remindMe')}
    </button>
  )
}
