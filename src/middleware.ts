import { defineMiddleware } from 'astro:middleware';
import { localsOf } from './site/locals.ts';
import { inPageLanguage } from './site/page-language.ts';

/** Tells each page its language and the words of it, by its address, and marks what it says in another one. */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  Object.assign(locals, localsOf(url.pathname));
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(inPageLanguage(await response.text(), locals.language), response);
});
