// How the studio is built and served while developing: under /studio/, the server's own paths passed on to it.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:4000'

/** In one file, so that whatever makes a schema, in whichever file, finds that zod was told not to compile code. */
const SCHEMAS_FIRST = { name: 'schemas', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]noEval\.ts$/, priority: 1 }

/** Small things that several features use come in one piece, not one request each. */
const WHAT_FEATURES_SHARE = {
  name: 'shared',
  test: /[\\/]studio[\\/]src[\\/]|[\\/]shared[\\/]ui[\\/](?!words)|[\\/]lucide-react[\\/]/,
  minShareCount: 2,
}

export default defineConfig({
  base: '/studio/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [SCHEMAS_FIRST, WHAT_FEATURES_SHARE] } } },
  },
  worker: { format: 'es' },
  server: {
    port: 5174,
    proxy: {
      '/api': server,
      '/room': { target: server, ws: true },
      '/pictures': server,
      '/s/': server,
    },
  },
})
