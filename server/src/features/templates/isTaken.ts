// Whether the name of a template is that of another one.
import type { TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { nameKey } from '@lantern/shared/features/templates/nameKey.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

interface Named {
  readonly id: TemplateId
  readonly name: string
}

export async function isTaken(db: Kysely<Schema>, { id, name }: Named): Promise<boolean> {
  const others = within(db).selectFrom('templates').select('id').where('id', '!=', id)
  return (await others.where('name_key', '=', nameKey(name)).executeTakeFirst()) !== undefined
}
