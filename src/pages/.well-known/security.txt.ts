import type { APIRoute } from 'astro';
import { securityText } from '../../rules/contact.ts';
import { site as facts } from '../../site.ts';

/** Whom to tell of a hole in the site, as RFC 9116 has it. */
export const GET: APIRoute = ({ site, url }) => {
  const { contact, securityExpires: expires, languages } = facts;
  return new Response(securityText({ ...contact, base: new URL('/', site ?? url).href, expires, languages }));
};
