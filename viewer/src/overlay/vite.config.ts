// Builds the overlay for OBS beside the shopper's page, on its own: nothing of it may end up in what every phone loads.
import { defineConfig, mergeConfig } from 'vite'
import viewer from '../../vite.config.ts'

export default mergeConfig(
  viewer,
  defineConfig({
    build: {
      // The shopper's page is built first, and empties the folder.
      emptyOutDir: false,
      // OBS brings a browser of its own, a year or two behind.
      target: 'chrome103',
      cssTarget: 'chrome103',
      rolldownOptions: {
        input: `${import.meta.dirname}/../../overlay.html`,
        // Nothing of the shopper's first picture is part of the overlay's.
        output: { codeSplitting: true },
      },
    },
  }),
)
