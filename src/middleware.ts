import { defineMiddleware } from 'astro:middleware';
import { localsOf } from './site/locals.ts';
import { inPageLanguage } from './site/page-language.ts';

/** What stands around it is written in the language of the page. */
const MAIN = /<main.*<\/main>/s;

/** Tells each page its language and the words of it, by its address, and marks what it says in another one. */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  Object.assign(locals, localsOf(url.pathname));
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(
    html.replace(MAIN, (main) => inPageLanguage(main, locals.language)),
    response,
  );
});
