import { defineMiddleware } from 'astro:middleware';
import { localsOf } from './site/locals.ts';

/** Tells each page its language and the words of it, by its address. */
export const onRequest = defineMiddleware(({ locals, url }, next) => {
  Object.assign(locals, localsOf(url.pathname));
  return next();
});
