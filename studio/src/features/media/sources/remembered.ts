// Remembers the chosen source for this tab, so that a reload of the host resumes the same show.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import * as z from 'zod'
import { SourceChoice } from './source.ts'

const Remembered = z.object({ choice: SourceChoice, sending: z.boolean() })
export type Remembered = z.infer<typeof Remembered>

export interface SourceMemory {
  read(): Remembered | null
  write(remembered: Remembered): void
  clear(): void
}

export function createSourceMemory(storage: Storage, showId: ShowId): SourceMemory {
  const key = `lantern.source.${showId}`

  return {
    read: () => parse(storage.getItem(key)),
    write: (remembered) => storage.setItem(key, JSON.stringify(remembered)),
    clear: () => storage.removeItem(key),
  }
}

function parse(text: string | null): Remembered | null {
  if (text === null) return null
  try {
    return Remembered.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
