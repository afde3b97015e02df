// The tables of shows, staff and settings: a viewer who is erased was never in them.
import { type Erasures, nobodys } from './erasure.ts'

type Tables =
  | 'shows'
  | 'show_products'
  | 'overlay_keys'
  | 'overlays'
  | 'staff'
  | 'sessions'
  | 'guesses'
  | 'revoked_viewers'
  | 'secrets'
  | 'settings'
  | 'swept'
  | 'migrations'
  | 'kysely_migration'

export const HOUSE: Erasures<Tables> = {
  shows: nobodys('what staff planned'),
  show_products: nobodys('what is for sale'),
  overlay_keys: nobodys('which address of a show works'),
  overlays: nobodys('which pictures of a show are drawn'),
  staff: nobodys('who works here'),
  sessions: nobodys('who works here'),
  guesses: nobodys('accounts of staff'),
  revoked_viewers: nobodys('made by erasing: a hash of a random id, so that its cookie stands for nobody'),
  secrets: nobodys('keys of the house'),
  settings: nobodys('what staff set'),
  swept: nobodys('of which shows nothing of a kind is left'),
  migrations: nobodys('steps of the schema'),
  kysely_migration: nobodys('steps of the schema'),
}
