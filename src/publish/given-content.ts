import type { AstroIntegration } from 'astro';
import { plainAddress } from '../rules/addresses.ts';
import { ascending } from '../rules/dates.ts';
import { keptFor } from '../rules/lazy.ts';
import { provideContent } from '../site/reading.ts';
import { contentFromBuild, endWithBuild, handOver } from './astro-process.ts';

/**
 * Gives an Astro that `npm run build` started the content that the build has read and checked,
 * when the pages are bundled, and hands each page and file that Astro draws over to the build.
 */
export function givenContent(): AstroIntegration {
  return {
    name: 'given-content',
    hooks: {
      'astro:config:setup': endWithBuild,
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => ({
          ...own,
          // Pages first: they are finished while Astro makes pictures, feeds and data. What stands
          // at one address in each language comes together, and so do the documents of a feed in
          // each format, so that their texts are read once.
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const isFile = ({ route }: (typeof paths)[number]) => Number(route.type === 'endpoint');
            const place = keptFor((address: string) =>
              plainAddress(address).replace(/[a-z]+(-\d+)?\.(?:json|xml)\/?$/, '$1'),
            );
            return paths.toSorted(
              (a, b) => isFile(a) - isFile(b) || ascending(place(a.pathname), place(b.pathname)),
            );
          },
          setup: async () => {
            const [content] = await Promise.all([contentFromBuild(), own.setup?.()]);
            provideContent(content);
          },
          render: (request, { routeData }) => {
            const { pathname } = new URL(request.url);
            const isPage = routeData.type === 'page';
            const answer = own
              .render(request, { routeData })
              .then((it) => ('response' in it ? it.response : it));
            // Astro may end the address of a file with a slash too.
            return handOver(isPage ? pathname : pathname.replace(/\/$/, ''), isPage, answer);
          },
        })),
    },
  };
}
