import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, logHandlers } from 'astro/config';
import { messageTypes } from './src/i18n/message-types.ts';
import { isGivenContent } from './src/publish/astro-process.ts';
import { checkedTree } from './src/publish/mdx-plugins.ts';
import { site } from './src/site.ts';

// An Astro that the build started gets its content from there, so it needs nothing of what reads and checks it.
const content = isGivenContent()
  ? (await import('./src/publish/given-content.ts')).givenContent()
  : (await import('./src/publish/checked-content.ts')).checkedContent();

export default defineConfig({
  site: process.env.SITE_URL ?? site.address,
  // Emptied by each build, so that no old content can come back.
  cacheDir: '.build/cache',
  trailingSlash: 'always',
  // While a page is handed over to the build, others are drawn.
  // Finishing puts the one sheet into each page, so Astro need not draw and write it in each.
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never', concurrency: 4 },
  // As in JSX, a line break is no space: templates write {' '} where one is meant.
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [checkedTree] }),
  },
  integrations: [mdx(), content, messageTypes()],
  // The build is told of each page; what is printed besides are warnings and errors.
  ...(isGivenContent() && { logger: logHandlers.node({ level: 'warn' }) }),
  devToolbar: { enabled: false },
  experimental: { contentIntellisense: true },
  vite: {
    plugins: [tailwindcss()],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // A script is named for the component that asks for it, without Astro's address of it.
            output: {
              entryFileNames: ({ name }) => `assets/${name.split('.')[0]}.[hash].js`,
              // What every script needs comes in one request.
              codeSplitting: {
                groups: [
                  {
                    name: 'site-element',
                    test: /preload-helper|browser\/(site-)?elements?\.ts|rules\/memoize\.ts/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // The policy allows files of our own, not data: addresses.
      assetsInlineLimit: 0,
      // One sheet for the whole site gives one hash for the policy.
      cssCodeSplit: false,
      // The first browsers that know layers, on which the sheet relies; older ones get a plainer page.
      cssTarget: ['chrome99', 'firefox97', 'safari15.4'],
      rolldownOptions: {
        // Upstream warns so for every MDX file (withastro/astro#18087); it would bury what matters.
        onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      },
    },
  },
});
