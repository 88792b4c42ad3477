import type { AstroIntegration } from 'astro';
import { provideContent } from '../site/reading.ts';
import { contentFromBuild, endWithBuild, tellBuild } from './astro-process.ts';

/**
 * Gives an Astro that `npm run build` started the content that the build has read and checked,
 * when the pages are bundled, and tells the build of each page and file that Astro begins to draw.
 */
export function givenContent(): AstroIntegration {
  return {
    name: 'given-content',
    hooks: {
      'astro:config:setup': endWithBuild,
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((own) => ({
          ...own,
          setup: async () => {
            const [content] = await Promise.all([contentFromBuild(), own.setup?.()]);
            provideContent(content);
          },
          render: (request, options) => {
            tellBuild(URL.parse(request.url)?.pathname ?? '');
            return own.render(request, options);
          },
        })),
    },
  };
}
