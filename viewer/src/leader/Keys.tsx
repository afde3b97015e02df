// Ten keys for the six digits; those of a keyboard work as well.
import { Delete } from 'lucide-react'
import { useEffect } from 'react'
import { useSaid } from './words.ts'

interface KeysProps {
  readonly typed: string
  readonly most: number
  readonly onType: (typed: string) => void
}

export function Keys({ typed, most, onType }: KeysProps) {
  const { t } = useSaid()
  const add = (digit: string) => onType(typed.length >= most ? digit : typed + digit)
  useEffect(() => {
    const press = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey) return
      if (/^\d$/.test(key)) onType(typed.length >= most ? key : typed + key)
      if (key === 'Backspace') onType(typed.slice(0, -1))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [typed, most, onType])

  return (
    <div className="lead-keys">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <button key={digit} data-testid={`key-${digit}`} onClick={() => add(digit)}>
          {digit}
        </button>
      ))}
      <span />
      <button data-testid="key-0" onClick={() => add('0')}>
        0
      </button>
      <button className="lead-bare" aria-label={t('remove')} onClick={() => onType(typed.slice(0, -1))}>
        <Delete size={22} aria-hidden="true" />
      </button>
    </div>
  )
}
