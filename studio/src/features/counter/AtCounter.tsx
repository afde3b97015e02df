// From a customer's code to what it stands for, and, once staff say so, to its end.
import type { Looked } from '@lantern/shared/contract/counter.ts'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ScanLine } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import { Camera } from './Camera.tsx'
import { Found } from './Found.tsx'
import { usePlace } from './usePlace.ts'

export function AtCounter() {
  const { say } = useWords()
  const [place, setPlace] = usePlace()
  const [only, setOnly] = useState('')
  const [code, setCode] = useState('')
  const look = useMutation({ mutationFn: api.lookAtCode })
  const showId = ShowId.safeParse(only)
  const asked = { showId: showId.success ? showId.data : null }
  const lookAt = (read: string) => {
    setCode(read)
    if (read.trim() !== '' && !look.isPending) look.mutate({ code: read, ...asked })
  }
  const next = () => {
    setCode('')
    look.reset()
  }

  return (
    <section className="counter-desk">
      <div className="counter-fields">
        <label className="field">
          <span>{say('counter.place')}</span>
          <input
            data-testid="counter-place"
            value={place}
            maxLength={40}
            placeholder={say('counter.placeHint')}
            onChange={({ target }) => setPlace(target.value)}
          />
        </label>
        <ShowChoice value={only} onChange={setOnly} />
      </div>
      {look.data === undefined && <CodeForm code={code} onCode={setCode} isLooking={look.isPending} onLook={lookAt} />}
      <Problem error={look.error} />
      {look.data && <Result looked={look.data} asked={{ code, ...asked, place: place.trim() }} onNext={next} />}
    </section>
  )
}

interface CodeFormProps {
  readonly code: string
  readonly onCode: (code: string) => void
  readonly isLooking: boolean
  readonly onLook: (code: string) => void
}

/** Typed, or read by the camera. */
function CodeForm({ code, onCode, isLooking, onLook }: CodeFormProps) {
  const { say } = useWords()
  const [isScanning, setScanning] = useState(false)
  return (
    <>
      <form
        className="counter-look"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onLook(code)
        }}
      >
        <label className="field">
          <span>{say('counter.code')}</span>
          <input
            data-testid="counter-typed"
            value={code}
            maxLength={60}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onCode(target.value)}
          />
        </label>
        <button className="btn main" data-testid="counter-look" disabled={isLooking}>
          {say('counter.look')}
        </button>
        <button type="button" className="btn" onClick={() => setScanning(!isScanning)}>
          <ScanLine size={16} aria-hidden="true" />
          {say(isScanning ? 'counter.stopScan' : 'counter.scan')}
        </button>
      </form>
      {isScanning && <Camera onCode={onLook} />}
    </>
  )
}

interface ResultProps {
  readonly looked: Looked
  readonly asked: { readonly code: string; readonly showId: ShowId | null; readonly place: string }
  readonly onNext: () => void
}

/** Of each look its own: the id with which it is redeemed is made with it. */
const Result = (props: ResultProps) => <Found key={props.asked.code} {...props} />

function ShowChoice({ value, onChange }: { readonly value: string; readonly onChange: (show: string) => void }) {
  const { say, locale } = useWords()
  const shows = useQuery({ queryKey: ['shows'], queryFn: api.shows }).data?.shows ?? []
  return (
    <label className="field">
      <span>{say('counter.onlyShow')}</span>
      <select data-testid="counter-show" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{say('counter.everyShow')}</option>
        {shows.map(({ id, title }) => (
          <option key={id} value={id}>
            {pickText(title, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}
