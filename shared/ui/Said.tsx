// The text of a comment: addresses that staff wrote are links, what viewers wrote is only text.
import { linkParts } from './links.ts'

interface SaidProps {
  readonly text: string
  readonly fromStaff: boolean
  /** False in a long list: its links are reached by the list's own keys, not one by one with Tab. */
  readonly isStop?: boolean
}

export function Said({ text, fromStaff, isStop = true }: SaidProps) {
  if (!fromStaff) return text
  return linkParts(text).map((part, at) =>
    part.href === null ? (
      part.text
    ) : (
      <a
        key={at}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        tabIndex={isStop ? undefined : -1}
      >
        {part.text}
      </a>
    ),
  )
}
