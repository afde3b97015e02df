// The file of a backup: compressed lines of JSON, readable by its owner only, there whole or not at all.
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'

const FORMAT = 1

/**
 * `lastNumber`: no event and no version has a higher one; `applied`: the steps of the schema, by name; before they had names,
 * `schema` was the highest of their numbers.
 */
const Head = z.object({
  lantern: z.literal('backup'),
  format: z.number().int(),
  schema: z.number().int(),
  applied: z.array(z.string()).optional(),
  madeAt: z.number(),
  lastNumber: z.number().int(),
})
export type Head = z.infer<typeof Head>

const Line = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ batch: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
  z.object({ picture: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/), base64: z.base64() }),
  z.object({ end: z.literal(true), rows: z.number().int(), pictures: z.number().int() }),
])
export type Line = z.infer<typeof Line>

/** Why a file cannot be restored from, for whoever typed its name. */
export class BackupError extends Error {}

export const newHead = (head: Omit<Head, 'lantern' | 'format'>): Head => ({
  lantern: 'backup',
  format: FORMAT,
  ...head,
})

/** A file of that name is replaced when the new one is whole; after an error nothing is left of the new one. */
export async function writeBackup(path: string, lines: AsyncIterable<Head | Line>): Promise<void> {
  const draft = `${path}.partial`
  async function* toText() {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`
  }
  try {
    const file = await open(draft, 'w', 0o600)
    await pipeline(Readable.from(toText()), createGzip({ level: 6 }), file.createWriteStream({ flush: true }))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Lines in their order. Throws a BackupError where it is no backup, of a later make, or ends too soon. */
export async function* readBackup(path: string): AsyncGenerator<Line, void, undefined> {
  for await (const [at, text] of numbered(path)) if (at > 0) yield parse(Line, text, path)
}

export async function readHead(path: string): Promise<Head> {
  for await (const [, text] of numbered(path)) {
    const head = parse(Head, text, path)
    if (head.format > FORMAT) throw new BackupError(`${path} was made by a newer server: restore with that one`)
    return head
  }
  throw new BackupError(`${path} is empty`)
}

async function* numbered(path: string): AsyncGenerator<[number, string], void, undefined> {
  const unzipped = createGunzip()
  const reading = pipeline(createReadStream(path), unzipped).catch((error: unknown) => error)
  let at = 0
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) yield [at++, line]
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    unzipped.destroy()
  }
  const error = await reading
  if (error !== undefined) throw unreadable(path, error)
}

function unreadable(path: string, error: unknown): Error {
  if (error instanceof BackupError) return error
  return new BackupError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
}

function parse<Value>(shape: z.ZodType<Value>, text: string, path: string): Value {
  const parsed = shape.safeParse(toValue(text))
  if (!parsed.success) throw new BackupError(`${path} is not a backup of this software, or is damaged`)
  return parsed.data
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
