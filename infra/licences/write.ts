// Writes infra/docs/licences.md: the licences of all packages that a running studio needs, and a count for the others.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { listPackages, type Package } from './list.ts'

export const PAGE = fileURLToPath(new URL('../docs/licences.md', import.meta.url))

const HEAD = `# Licences of what Lantern uses

Made from \`package-lock.json\` by \`npm run docs:licences\` (npm's own \`npm sbom\`); a test says when it is out of date.

Lantern's own licence is the owner's to choose: until a licence is chosen, \`package.json\` says \`UNLICENSED\`, and nobody but the owner may pass the code on.

Beside these packages, mediasoup's worker is a program that the set-up takes from mediasoup's makers or builds from the sources in its package (ISC; within it OpenSSL, libuv, libsrtp, abseil, flatbuffers and unordered_dense, each under a permissive licence of its own). Node.js, PostgreSQL, Redis and Chromium are programs of their own and are not passed on with Lantern.
`

function countByLicence(packages: readonly Package[]): string {
  const counts = [...Map.groupBy(packages, ({ licence }) => licence)].map(([licence, { length }]) => ({
    licence,
    length,
  }))
  const rows = counts.sort((one, other) => other.length - one.length || (one.licence < other.licence ? -1 : 1))
  return rows.map(({ licence, length }) => `| ${licence || 'not said'} | ${length} |`).join('\n')
}

export async function describeLicences(): Promise<string> {
  const [product, all] = await Promise.all([listPackages('product'), listPackages('all')])
  const shipped = new Set(product.map(({ name, version }) => `${name} ${version}`))
  const others = all.filter(({ name, version }) => !shipped.has(`${name} ${version}`))
  const rows = product.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence || 'not said'} |`)
  return [
    HEAD,
    `## What a running studio needs: ${product.length} packages\n\nThose of every machine it runs on; one machine installs a part of them.\n`,
    `| licence | packages |\n| --- | --- |\n${countByLicence(product)}\n`,
    `| package | version | licence |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
    `## What builds and tests it: ${others.length} more\n`,
    `| licence | packages |\n| --- | --- |\n${countByLicence(others)}\n`,
  ].join('\n')
}

if (import.meta.main) {
  await writeFile(PAGE, await describeLicences())
  console.log('infra/docs/licences.md')
}
