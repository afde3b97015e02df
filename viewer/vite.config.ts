// Builds the shopper's page; in development it passes everything else on to a running server.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://localhost:4000'

export default defineConfig({
  root: import.meta.dirname,
  base: '/viewer/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2020', chunkSizeWarningLimit: 560 },
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
