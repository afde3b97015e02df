// What a feature says of itself as data, for server and pages alike: its slices, its commands, its events and its refusals.
import type * as z from 'zod'
import type { Merge } from '../contract/merge.ts'
import type { Role } from '../contract/roles.ts'

/** Who may send a command; staff by their role. */
export type SenderKind = 'viewer' | 'overlay' | Role

/** Pieces of a room's state by their audience: everyone in the room, all staff, or each viewer for what is their own. */
export interface FeatureSlices {
  readonly everyone?: Readonly<Record<string, Merge<never>>>
  readonly staff?: Readonly<Record<string, Merge<never>>>
  readonly own?: Readonly<Record<string, Merge<never>>>
}

/** How often one person may send it: so many in so many seconds, on one process. */
export interface Limit {
  readonly times: number
  readonly inSeconds: number
}

/** Of what people do by hand now and then. */
export const USUAL: Limit = { times: 60, inSeconds: 10 }

/** What a reply brings into the client's model before the event that follows. */
export interface Brought {
  readonly room?: object
  readonly own?: object
}

/** What a command reads and what it answers. */
export interface Schemas {
  readonly input: z.ZodType
  readonly output: z.ZodType
}

/** Whether a refusal may be asked again without the person changing anything: `retry`, else `final`. */
export type Refusals = Readonly<Record<string, 'final' | 'retry'>>

export interface CommandRule<Command extends Schemas> {
  readonly from: readonly SenderKind[]
  /** Codes that it may be refused with, beside those of the edge. */
  readonly refusals: readonly string[]
  readonly limit: Limit
  /** A page sends it by itself: whoever only watches does not use their session. */
  readonly isUse?: false
  readonly brings?: (value: z.infer<Command['output']>) => Brought
  /** The same for what a refusal tells. */
  readonly refusedBrings?: (detail: Readonly<Record<string, unknown>>) => Brought
}

// Schemas stay out of the viewer's page: what they say is known here as types alone, under keys that no object ever has.
declare const SCHEMAS: unique symbol

export interface OfSchemas<All> {
  readonly [SCHEMAS]?: All
}
export type SchemasIn<Described> = Described extends OfSchemas<infer All> ? All : never

type Rules<All extends Readonly<Record<string, Schemas>>> = {
  readonly [Name in keyof All]: CommandRule<All[Name]>
}

/** Describes every command that has schemas, and no other: `commandsOf<typeof COMMANDS>()({ .. })`. */
export function commandsOf<All extends Readonly<Record<string, Schemas>>>() {
  return <const Given extends Rules<All> & OfSchemas<All>>(rules: Given): Given & OfSchemas<All> => rules
}

/** Whether a payload can be taken in without harm; the server's types vouch for the rest. */
export type EventChecks<All> = { readonly [Name in keyof All]: (payload: Readonly<Record<string, unknown>>) => boolean }

/** The same for events. */
export function eventsOf<All extends Readonly<Record<string, z.ZodType>>>() {
  return <const Given extends EventChecks<All> & OfSchemas<All>>(checks: Given): Given & OfSchemas<All> => checks
}

export type Texts = Readonly<Record<string, string>>

/** What a feature says in one language: to whoever is refused, on the shopper's page, in the overlay and to staff; `{}` where it says nothing. */
export interface Words<Codes extends object = object> {
  readonly refusals: Readonly<Record<keyof Codes, string>>
  readonly viewer: Texts
  readonly overlay: Texts
  readonly studio: Texts
}

/** English's keys in another language; Chinese counts without a singular of its own. */
export type Translated<English> = {
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: string
}

type InFull<English> = { readonly [To in keyof Words]: To extends keyof English ? Translated<English[To]> : never }

// Words stay out of the server and of pages that do not say them: a feature's model has their types alone.
declare const WORDS: unique symbol

/** The words of a feature with these refusals; a code without a sentence, or a key without its text in a language, does not compile. */
export interface Said<
  Codes extends object,
  English extends Words<Codes>,
  Hans extends InFull<English>,
  Hant extends InFull<English>,
> {
  readonly [WORDS]?: { readonly codes: Codes; readonly en: English; readonly 'zh-Hans': Hans; readonly 'zh-Hant': Hant }
}
export type EnglishIn<Described> = Described extends { readonly [WORDS]?: { readonly en: infer English } }
  ? English
  : never
