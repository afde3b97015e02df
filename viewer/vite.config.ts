// Builds the shopper's page; in development it passes everything else on to a running server.
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const SERVER = 'http://localhost:4000'

/** The server gives a viewer its cookie with the page; in development the page comes from here, the cookie from there. */
const visitServer: Plugin = {
  name: 'lantern-visit-server',
  configureServer: ({ middlewares }) => {
    middlewares.use('/viewer/s', (req, res, next) => {
      const cookie = req.headers.cookie ?? ''
      fetch(`${SERVER}/s${req.url ?? ''}`, { headers: { cookie } })
        .then((page) => res.setHeader('set-cookie', page.headers.getSetCookie()))
        .catch(() => undefined)
        .finally(next)
    })
  },
}

/** The page takes types and plain values from the contract; schemas nobody asks for, and zod with them, are left behind. */
const SCHEMAS_STAY_OUT = {
  manualPureFunctions: ['z'],
  moduleSideEffects: [{ test: /[\\/]shared[\\/]contract[\\/]|[\\/]node_modules[\\/]zod[\\/]/, sideEffects: false }],
}

/** Says so at once where one is asked for after all: some 60 KB for every shopper, and code that the page's policy forbids. */
const expectNoSchemas: Plugin = {
  name: 'lantern-expect-no-schemas',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []))
    // The design review is shipped to nobody, and makes its scenes by the schemas.
    if (chunks.some(({ facadeModuleId }) => facadeModuleId?.endsWith('preview.html'))) return
    const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules))
    const isIn = ([id, { renderedLength }]: (typeof modules)[number]) =>
      /[\\/]node_modules[\\/]zod[\\/]/.test(id) && renderedLength > 0
    const [found] = modules.find(isIn) ?? []
    if (found !== undefined) this.error(`a page of the shopper asks for a schema: ${found} would be part of it`)
  },
}

/** What features have in the first picture comes in one piece, its style after that of the page; everything else of them when it is asked for. */
const FIRST_PICTURE = {
  name: 'first',
  test: /[\\/]features[\\/][^\\/]+[\\/]first\.ts$|[\\/]viewer[\\/]src[\\/]styles[\\/]index\.css$/,
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/viewer/',
  plugins: [react(), visitServer, expectNoSchemas],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2020',
    chunkSizeWarningLimit: 560,
    rolldownOptions: {
      treeshake: SCHEMAS_STAY_OUT,
      output: { codeSplitting: { groups: [FIRST_PICTURE] } },
    },
  },
  server: {
    proxy: {
      '/api': SERVER,
      '/pictures': SERVER,
      '/c/': SERVER,
      '/s/': SERVER,
      '/room': { target: SERVER, ws: true },
    },
  },
})
