// Where a server's certificate comes from: what it serves now, and word of the next one.
import type { Certificate } from './pair.ts'

export interface CertificateSource {
  /** As it was read last. Null: there is none yet, and a self-made one has to do. */
  current(): Certificate | null
  /** Looks once whether there is a newer one. */
  look(): Promise<void>
  /** Begins to look for newer ones and hands each on once. */
  start(onNext: (next: Certificate) => void): void
  /** Whole days until what is served ends; null: nobody else vouches for it. */
  daysLeft(): number | null
  /** Idempotent. */
  close(): void
}
