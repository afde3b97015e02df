// Which packages are used and under which licence, as npm itself reads it from the lock file.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as z from 'zod'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

const License = z.union([
  z.object({ license: z.object({ id: z.string() }) }).transform(({ license }) => license.id),
  z.object({ license: z.object({ name: z.string() }) }).transform(({ license }) => license.name),
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
])
const Sbom = z.object({
  components: z.array(
    z.object({ name: z.string(), version: z.string(), purl: z.string(), licenses: z.array(License).default([]) }),
  ),
})

export interface Package {
  readonly name: string
  readonly version: string
  /** '' where the package does not say. */
  readonly licence: string
}

/** `product`: what a running studio needs; `all`: with what builds and tests it. Our own rooms are left out. */
export async function listPackages(which: 'product' | 'all'): Promise<readonly Package[]> {
  const omit = which === 'product' ? ['--omit', 'dev'] : []
  const { stdout } = await run('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', ...omit], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  })
  const { components } = Sbom.parse(JSON.parse(stdout))
  const packages = components.flatMap(({ name, version, purl, licenses }) =>
    purl.includes('lantern') ? [] : [{ name, version, licence: licenses.join(' and ') }],
  )
  const byName = (one: Package, other: Package) => (keyOf(one) < keyOf(other) ? -1 : 1)
  return [...new Map(packages.map((one) => [keyOf(one), one])).values()].sort(byName)
}

const keyOf = ({ name, version }: Package) => `${name} ${version}`
