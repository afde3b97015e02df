// Serves the design review (preview.html) with product pictures from the demo shop's folder; nothing of it is shipped.
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import type { Connect, Plugin } from 'vite'
import { mergeConfig } from 'vite'
import config from '../../vite.config.ts'

const PICTURES = join(import.meta.dirname, '../../../infra/demo-shop/pictures')

const drawPictures = ({ middlewares }: { readonly middlewares: Connect.Server }) => {
  middlewares.use('/pictures', (request, response) => {
    response.setHeader('Content-Type', 'image/svg+xml')
    createReadStream(join(PICTURES, basename(request.url ?? '')))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
}

const pictures: Plugin = {
  name: 'demo-pictures',
  configureServer: drawPictures,
  configurePreviewServer: drawPictures,
}

export default mergeConfig(config, { plugins: [pictures], server: { port: 4179 } })
