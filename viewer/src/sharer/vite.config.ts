// Builds the page of whoever shares on its own: nothing of it may end up in what every phone loads.
import { defineConfig, mergeConfig } from 'vite'
import viewer from '../../vite.config.ts'

export default mergeConfig(
  viewer,
  defineConfig({
    build: {
      // The shopper's page is built first, and empties the folder.
      emptyOutDir: false,
      rolldownOptions: {
        input: `${import.meta.dirname}/../../sharer.html`,
        // Nothing of the shopper's first picture is part of this one.
        output: { codeSplitting: true },
      },
    },
  }),
)
