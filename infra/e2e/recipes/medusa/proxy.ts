// Caddy in front, by the sample that README names, with a certificate of its own making.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@lantern/server/src/testing/world.ts'

const SAMPLE = new URL('../../../proxy/Caddyfile', import.meta.url)
const PATIENCE_MS = 15_000

export interface Proxy {
  readonly url: string
  /** The certificate that signed the proxy's: who asks by https has to trust it. */
  readonly authority: string
  close(): Promise<void>
}

/** The sample as it stands but for its name and its port, which are another shop's. */
export async function startProxy(folder: string, port: number): Promise<Proxy> {
  await mkdir(folder, { recursive: true })
  const name = `localhost:${await freePort()}`
  const sample = await readFile(SAMPLE, 'utf8')
  const own = sample.replaceAll('live.example.com', name).replaceAll(':3000', `:${port}`)
  const config = join(folder, 'Caddyfile')
  await writeFile(config, `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${own}`)
  const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const caddy = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], { env, stdio: 'ignore' })
  const authority = join(folder, 'caddy', 'pki', 'authorities', 'local', 'root.crt')
  for (const until = Date.now() + PATIENCE_MS; !existsSync(authority); await pause(100))
    if (Date.now() > until) throw new Error('caddy did not start')
  return {
    url: `https://${name}`,
    authority,
    async close() {
      const gone = once(caddy, 'exit')
      if (caddy.exitCode === null && caddy.kill('SIGTERM')) await gone
    },
  }
}
