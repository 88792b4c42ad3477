import { defineMiddleware } from 'astro:middleware';
import { dictionaryFor } from './i18n/dictionary.ts';
import { languageOf } from './rules/addresses.ts';
import { markedPage } from './site/page-language.ts';

/** Tells each page its language and the words of it, by its address. In the preview it also marks what it says in another one, as the build does in the end. */
export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  const language = languageOf(url.pathname);
  Object.assign(locals, { language, t: dictionaryFor(language) } satisfies App.Locals);
  const response = await next();
  if (!import.meta.env.DEV || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(markedPage(await response.text(), language), response);
});
