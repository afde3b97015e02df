// Schemas of templates: plays of the shop under a name, from which any show makes a draft.
import * as z from 'zod'
import { ActivityKind } from '../../activities/activity.ts'
import { ActivityId, At, Currency, ProductId, Version } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { LocalText } from '../../contract/things.ts'
import { MOST_TEMPLATE_NAME } from './limits.ts'

/** Chosen by whoever makes it, so that asking twice makes one. */
export const TemplateId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand<'TemplateId'>()
export type TemplateId = z.infer<typeof TemplateId>

export const Template = z.object({
  id: TemplateId,
  name: z.string(),
  kind: ActivityKind,
  /** What its kind's command asks beside the id and the start, as it was kept with the play. */
  terms: z.record(z.string(), z.unknown()),
  /** Of the show it was taken from: amounts in its terms are minor units of it. */
  currency: Currency,
  /** When the play opened, or else when it was saved: moments in its terms lie as many days after the making as after this. */
  basedAt: At,
  /** Those that its terms name, as they are called now. */
  products: z.array(z.object({ id: ProductId, title: LocalText })).readonly(),
  savedAt: At,
  version: Version,
})
export type Template = z.infer<typeof Template>

const Name = plainText(MOST_TEMPLATE_NAME)
/** The version that whoever changes it has seen. */
const seen = z.object({ id: TemplateId, version: Version })

export const COMMANDS = {
  /** The latest first. */
  'template:list': { input: z.object({}), output: z.object({ templates: z.array(Template).readonly() }) },
  /** A play of this show, in whatever state. `version`: 0 for a new one, else that of the one it takes the place of. Safe to repeat. */
  'template:save': { input: seen.extend({ name: Name, activityId: ActivityId }), output: Template },
  'template:rename': { input: seen.extend({ name: Name }), output: Template },
  /** Safe to repeat. Drafts that were made from it stay. */
  'template:remove': { input: seen, output: z.object({ id: TemplateId }) },
}
