// The text of a comment: addresses that staff wrote are links, what viewers wrote is only text.
import { linkParts } from './links.ts'

export function Said({ text, fromStaff }: { readonly text: string; readonly fromStaff: boolean }) {
  if (!fromStaff) return text
  return linkParts(text).map((part, at) =>
    part.href === null ? (
      part.text
    ) : (
      <a key={at} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    ),
  )
}
