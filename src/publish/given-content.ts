import type { AstroIntegration } from 'astro';
import { languageOf, plainAddress } from '../rules/addresses.ts';
import { ascending } from '../rules/dates.ts';
import { memoize } from '../rules/memoize.ts';
import { markedPage } from '../site/page-language.ts';
import { provideContent } from '../site/reading.ts';
import { allSent, contentFromBuild, endWithBuild, handOver } from './astro-process.ts';

/**
 * Gives an Astro that `npm run build` started the content that the build has read and checked,
 * when the pages are bundled, and hands each page that Astro draws over to the build.
 */
export function givenContent(): AstroIntegration {
  return {
    name: 'given-content',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        endWithBuild();
        // The folder is new, and the build writes into it from the beginning.
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => ({
          ...own,
          // What stands at one address in each language comes together, so that its text is read once.
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const place = memoize(plainAddress);
            return paths.toSorted((a, b) => ascending(place(a.pathname), place(b.pathname)));
          },
          setup: async () => {
            const [content] = await Promise.all([contentFromBuild(), own.setup?.()]);
            provideContent(content);
          },
          teardown: async () => {
            await allSent();
            await own.teardown?.();
          },
          render: (request, options) => {
            const { pathname } = new URL(request.url);
            const answer = own.render(request, options).then((it) => ('response' in it ? it.response : it));
            return handOver(pathname, answer, (html) => markedPage(html, languageOf(pathname)));
          },
        })),
    },
  };
}
