// Asks a certificate authority for one certificate by ACME, with the proof that it fetches from this server by http.
import type { AcmeFolder, AcmePlace } from './folder.ts'
import type { Challenges } from './challenges.ts'
import type { Certificate } from '../pair.ts'

export interface OrderNeeds {
  readonly place: AcmePlace
  readonly folder: AcmeFolder
  readonly email: string | null
  readonly challenges: Challenges
}

const ANSWER_MS = 30_000
/** Between two looks at what the authority is doing. */
const BACKOFF = { backoffAttempts: 15, backoffMin: 1000, backoffMax: 15_000 }

/** Loaded when there is something to order: months go by without. */
async function loadClient() {
  const acme = await import('acme-client')
  acme.axios.defaults.timeout = ANSWER_MS
  // A request that failed fails the order: what comes next, and when, is decided in one place.
  Object.assign(acme.axios.defaults, { acmeSettings: { retryMaxAttempts: 0 } })
  return acme
}

type Acme = Awaited<ReturnType<typeof loadClient>>

/** Without this the client says of an authority that is away only that something is undefined. */
async function tryToReach(directory: string): Promise<void> {
  try {
    const answer = await fetch(directory, { signal: AbortSignal.timeout(ANSWER_MS) })
    await answer.body?.cancel()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(error)
    throw new Error(`${directory} does not answer: ${code}`, { cause: error })
  }
}

/** Registered once: an authority counts accounts, and refuses one that registers again without a change. */
async function openAccount({ crypto, Client }: Acme, { place, folder, email }: OrderNeeds) {
  const kept = await folder.account()
  const accountKey = kept?.keyPem ?? (await crypto.createPrivateEcdsaKey()).toString()
  const known = kept === null ? {} : { accountUrl: kept.url }
  const client = new Client({ directoryUrl: place.directory, accountKey, ...known, ...BACKOFF })
  if (kept !== null) return client
  const contact = email === null ? {} : { contact: [`mailto:${email}`] }
  await client.createAccount({ termsOfServiceAgreed: true, ...contact })
  await folder.keepAccount({ keyPem: accountKey, url: client.getAccountUrl() })
  return client
}

/** Throws with the authority's or the network's words. Every certificate has a key of its own. */
export async function orderCertificate(needs: OrderNeeds): Promise<Certificate> {
  const { place, challenges } = needs
  await tryToReach(place.directory)
  const acme = await loadClient()
  const client = await openAccount(acme, needs)
  const keyPem = await acme.crypto.createPrivateEcdsaKey()
  const [key, csr] = await acme.crypto.createCsr({ altNames: [place.host] }, keyPem)
  const cert = await client.auto({
    csr,
    challengePriority: ['http-01'],
    // Many networks do not let a machine reach its own public address.
    skipChallengeVerification: true,
    challengeCreateFn: (_authorization, challenge, answer) => {
      if (challenge.type !== 'http-01') return Promise.reject(new Error('the authority takes no proof by http'))
      challenges.put(challenge.token, answer)
      return Promise.resolve()
    },
    challengeRemoveFn: (_authorization, challenge) => Promise.resolve(challenges.remove(challenge.token)),
  })
  return { cert, key: key.toString() }
}
