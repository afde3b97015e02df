// What `npm run setup` asks, in order: each question is one setting, asked where the answers before it make it needed.
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { isPublicName } from '../../settings/certificateContradictions.ts'
import { type Answers, is, mayBeEmpty, type Question, question } from './question.ts'
import { SHOP_QUESTIONS } from './shopQuestions.ts'

const isHttps = ({ PUBLIC_URL = '' }: Answers) => PUBLIC_URL.startsWith('https:')

const isOwnHttps = (answers: Answers) => isHttps(answers) && answers.TRUST_PROXY === '0'
const hasAcme = ({ ACME }: Answers) => ACME === '1'
const hasTurn = ({ TURN_URLS }: Answers) => TURN_URLS !== undefined
const hasNoTurnSecret = (answers: Answers) => hasTurn(answers) && answers.TURN_SECRET === undefined

export function httpsPortOf({ PUBLIC_URL = '' }: Answers): string {
  return URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).port || '443' : '443'
}

const PLACE: readonly Question[] = [
  question(
    'PUBLIC_URL',
    'Address under which viewers reach this server, such as https://live.example.com (empty: none)',
    {
      fallback: mayBeEmpty,
    },
  ),
  question('TRUST_PROXY', 'How many proxies (Caddy, nginx, a CDN) stand in front of it? 0: none', {
    fallback: is('1'),
    isAsked: isHttps,
  }),
  question('HTTPS_PORT', 'Port for this server’s own https', { fallback: httpsPortOf, isAsked: isOwnHttps }),
  question('ACME', 'Get and renew the certificate from Let’s Encrypt, and agree to its terms? 1: yes, 0: no', {
    fallback: ({ PUBLIC_URL = '' }) => (isPublicName(new URL(PUBLIC_URL).hostname) ? '1' : '0'),
    isAsked: isOwnHttps,
  }),
  question('ACME_EMAIL', 'Where Let’s Encrypt may write to (empty: nowhere)', {
    fallback: mayBeEmpty,
    isAsked: hasAcme,
  }),
  question('CERTIFICATE_FILE', 'File of your certificate with its chain, in PEM (empty: a self-made one)', {
    fallback: mayBeEmpty,
    isAsked: (answers) => isOwnHttps(answers) && !hasAcme(answers),
  }),
  question('CERTIFICATE_KEY_FILE', 'File of its key', {
    isAsked: ({ CERTIFICATE_FILE }) => CERTIFICATE_FILE !== undefined,
  }),
  question('PORT', 'Port for http', { fallback: is('4000') }),
  question('ANNOUNCED_ADDRESSES', `Public IP address of ${hostname()}, for the picture (auto: those it finds itself)`, {
    fallback: is('auto'),
  }),
  question('DATA_DIR', 'Folder for the data', { fallback: () => resolve('shop-data') }),
  question('DATABASE_URL', 'PostgreSQL, where several machines serve (empty: a file in that folder)', {
    fallback: mayBeEmpty,
  }),
  question(
    'TURN_URLS',
    'TURN server for viewers in strict networks, such as turns:turn.example.com:443?transport=tcp (empty: none)',
    { fallback: mayBeEmpty },
  ),
  question('TURN_SECRET', 'The secret it shares with this server, coturn’s static-auth-secret (empty: it has none)', {
    fallback: mayBeEmpty,
    isAsked: hasTurn,
  }),
  question('TURN_USERNAME', 'Name at the TURN server', { isAsked: hasNoTurnSecret }),
  question('TURN_PASSWORD', 'Its password', { isAsked: hasNoTurnSecret }),
]

export const QUESTIONS: readonly Question[] = [...SHOP_QUESTIONS, ...PLACE]
