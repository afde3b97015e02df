// Settings of certificates that cannot be right together are refused, with the sentence that mends them.
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const OWN = { DEMO: '1', PUBLIC_URL: 'https://live.example.com', HTTPS_PORT: '443', ACME: '1' }

function problemsOf(env: Record<string, string>): string[] {
  const outcome = readConfig({ ...OWN, ...env })
  return outcome.ok ? [] : outcome.problems
}

test('a server of its own gets its certificate from Let’s Encrypt unless told, by port 80', () => {
  const outcome = readConfig(OWN)

  expect(outcome).toMatchObject({
    ok: true,
    config: { acme: { directory: 'https://acme-v02.api.letsencrypt.org/directory', email: null, httpPort: 80 } },
  })
  expect(problemsOf({ ACME_EMAIL: 'host@example.com', ACME_HTTP_PORT: 'off' })).toEqual([])
})

test.each([
  [{ PUBLIC_URL: '' }, 'PUBLIC_URL: is missing; with ACME=1 the certificate is one of its host'],
  [
    { PUBLIC_URL: 'http://live.example.com' },
    'PUBLIC_URL: must begin with https with ACME=1, got "http://live.example.com"',
  ],
  [
    { PUBLIC_URL: 'https://198.51.100.7' },
    'PUBLIC_URL: must have a name that the whole internet knows with ACME=1, got "198.51.100.7"',
  ],
  [
    { PUBLIC_URL: 'https://[2001:db8::7]' },
    'PUBLIC_URL: must have a name that the whole internet knows with ACME=1, got "[2001:db8::7]"',
  ],
  [
    { PUBLIC_URL: 'https://localhost' },
    'PUBLIC_URL: must have a name that the whole internet knows with ACME=1, got "localhost"',
  ],
  [
    { PUBLIC_URL: 'https://till.local' },
    'PUBLIC_URL: must have a name that the whole internet knows with ACME=1, got "till.local"',
  ],
  [{ TRUST_PROXY: '1' }, 'ACME: must be 0 behind a proxy, which has the certificate; or TRUST_PROXY must be 0'],
  [
    { CERTIFICATE_FILE: '/a.pem', CERTIFICATE_KEY_FILE: '/b.pem' },
    'ACME: must be 0 with CERTIFICATE_FILE, which is a certificate already',
  ],
  [{ PORT: '80' }, 'PORT: must differ from ACME_HTTP_PORT, got "80"'],
  [
    { NODE_URL: 'https://node1.example.com' },
    'NODE_URL: must have the host of PUBLIC_URL with ACME=1, since the certificate is one of "live.example.com"',
  ],
  [{ ACME_EMAIL: 'nobody' }, 'ACME_EMAIL: must be an e-mail address, got "nobody"'],
] as const)('%o is refused', (env, sentence) => {
  expect(problemsOf(env)).toEqual([sentence])
})

test('a certificate in files needs its key, and https', () => {
  const files = { ACME: '0', CERTIFICATE_FILE: '/a.pem', CERTIFICATE_KEY_FILE: '/b.pem' }

  expect(problemsOf(files)).toEqual([])
  expect(problemsOf({ ...files, CERTIFICATE_KEY_FILE: '' })).toEqual([
    'CERTIFICATE_KEY_FILE: is missing; it holds the key of CERTIFICATE_FILE',
  ])
  expect(problemsOf({ ...files, CERTIFICATE_FILE: '' })).toEqual([
    'CERTIFICATE_FILE: is missing; it holds the certificate of CERTIFICATE_KEY_FILE',
  ])
  expect(problemsOf({ ...files, HTTPS_PORT: 'off', TRUST_PROXY: '1' })).toEqual([
    'HTTPS_PORT: must be a port with CERTIFICATE_FILE, got "off"',
  ])
})
