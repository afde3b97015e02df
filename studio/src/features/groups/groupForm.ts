// A group as it is typed: texts until it is saved, empty ones are nothing.
import {
  type Group,
  MOST_NAME,
  MOST_TAG,
  MOST_TAGS,
  type Messenger,
  type PointId,
  type SaveGroup,
} from '@lantern/shared/contract/groups.ts'
import { figuresOf } from '@lantern/shared/ui/typed.ts'

export interface GroupDraft {
  readonly name: string
  readonly messenger: Messenger
  readonly theme: string
  readonly leader: string
  /** With commas between them. */
  readonly tags: string
  readonly size: string
  readonly pointId: PointId | null
}

export const NEW_GROUP: GroupDraft = {
  name: '',
  messenger: 'whatsapp',
  theme: '',
  leader: '',
  tags: '',
  size: '',
  pointId: null,
}

export const draftOf = ({ name, messenger, theme, leader, tags, size, pointId }: Group): GroupDraft => ({
  name,
  messenger,
  theme: theme ?? '',
  leader: leader ?? '',
  tags: tags.join(', '),
  size: size === null ? '' : String(size),
  pointId,
})

const textOf = (text: string) => (text.trim() === '' ? null : text.trim().slice(0, MOST_NAME))

/** Commas as people of each language write them. */
export function tagsOf(text: string): string[] {
  const tags = text.split(/[,，、]/).map((tag) => tag.trim().slice(0, MOST_TAG))
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS)
}

/** Null: it has no name, or its size is no number. */
export function groupOf({ name, theme, leader, tags, size, ...rest }: GroupDraft): SaveGroup | null {
  const title = textOf(name)
  const people = figuresOf(size)
  if (title === null || !/^\d{0,6}$/.test(people)) return null
  return {
    ...rest,
    name: title,
    theme: textOf(theme),
    leader: textOf(leader),
    tags: tagsOf(tags),
    size: people === '' ? null : Number(people),
  }
}
