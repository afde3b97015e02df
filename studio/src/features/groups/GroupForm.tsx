// The form of a group, new or to be changed.
import { createId } from '@lantern/shared/client/ids.ts'
import {
  type Group,
  MESSENGERS,
  type Messenger,
  MOST_NAME,
  type PickupPoint,
  PointId,
} from '@lantern/shared/contract/groups.ts'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Problem } from '../../session/Door.tsx'
import { useWords } from '../../words.ts'
import type { WordKey } from '../../words.ts'
import { Field } from './Field.tsx'
import { draftOf, type GroupDraft, groupOf, NEW_GROUP } from './groupForm.ts'
import { useChange } from './useChange.ts'

export const MESSENGER_WORDS = {
  whatsapp: 'groups.whatsapp',
  wechat: 'groups.wechat',
  line: 'groups.line',
  telegram: 'groups.telegram',
  messenger: 'groups.messengerOfFacebook',
  other: 'groups.other',
} as const satisfies Record<Messenger, WordKey>

interface GroupFormProps {
  /** Null: a new one. */
  readonly group: Group | null
  readonly points: readonly PickupPoint[]
  readonly onDone: () => void
}

export function GroupForm({ group, points, onDone }: GroupFormProps) {
  const { say } = useWords()
  const [draft, setDraft] = useState<GroupDraft>(group === null ? NEW_GROUP : draftOf(group))
  // The same however often it is sent: it makes no second one.
  const [id] = useState(() => group?.id ?? createId())
  const save = useChange(api.saveGroup)
  const ready = groupOf(draft)
  const change = (part: Partial<GroupDraft>) => setDraft({ ...draft, ...part })

  return (
    <form
      className="new-show group-form"
      data-testid="group-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (ready !== null && !save.isPending) save.mutate({ id, group: ready }, { onSuccess: onDone })
      }}
    >
      <Texts draft={draft} onChange={change} />
      <MessengerChoice value={draft.messenger} onChange={(messenger) => change({ messenger })} />
      <PointChoice value={draft.pointId} points={points} onChange={(pointId) => change({ pointId })} />
      <div className="row-end">
        <button type="button" className="btn" onClick={onDone}>
          {say('groups.cancel')}
        </button>
        <button className="btn main" data-testid="group-save" disabled={ready === null || save.isPending}>
          {say('groups.save')}
        </button>
      </div>
      <Problem error={save.error} />
    </form>
  )
}

interface TextsProps {
  readonly draft: GroupDraft
  readonly onChange: (part: Partial<GroupDraft>) => void
}

function Texts({ draft, onChange }: TextsProps) {
  const { say } = useWords()
  const fields = [
    { key: 'name', word: 'groups.name', hint: say('groups.usualName') },
    { key: 'theme', word: 'groups.theme', hint: say('groups.usualTheme') },
    { key: 'leader', word: 'groups.leader' },
    { key: 'size', word: 'groups.size' },
    { key: 'tags', word: 'groups.tags', most: 200 },
  ] as const
  return fields.map(({ key, word, ...more }) => (
    <Field
      key={key}
      testId={`group-${key}`}
      label={say(word)}
      most={MOST_NAME}
      value={draft[key]}
      isNumber={key === 'size'}
      onChange={(value) => onChange({ [key]: value })}
      {...more}
    />
  ))
}

interface ChoiceProps<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function MessengerChoice({ value, onChange }: ChoiceProps<Messenger>) {
  const { say } = useWords()
  return (
    <label className="field">
      <span>{say('groups.messenger')}</span>
      <select
        data-testid="group-messenger"
        value={value}
        onChange={({ target }) => onChange(MESSENGERS.find((one) => one === target.value) ?? value)}
      >
        {MESSENGERS.map((messenger) => (
          <option key={messenger} value={messenger}>
            {say(MESSENGER_WORDS[messenger])}
          </option>
        ))}
      </select>
    </label>
  )
}

function PointChoice({
  value,
  points,
  onChange,
}: ChoiceProps<PointId | null> & { readonly points: readonly PickupPoint[] }) {
  const { say } = useWords()
  return (
    <label className="field">
      <span>{say('groups.point')}</span>
      <select
        data-testid="group-point"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : PointId.parse(target.value))}
      >
        <option value="">{say('groups.noPoint')}</option>
        {points.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
