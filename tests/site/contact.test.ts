import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import { isPlaceholder } from '../../src/rules/contact.ts';
import { site } from '../../src/site.ts';
import { builtPages } from '../pages.ts';

const { contact: w } = dictionaryFor('en');
const { mail } = site.contact;
const hasContact = !isPlaceholder(mail);
const pages = builtPages('en').filter(({ html }) => !html.includes('http-equiv="refresh"'));
const partsOf = (html: string) => html.split('<footer');

test('the foot of every page says whom to write to, or that the site is not yet public', () => {
  const wrong = pages.filter(({ html }) => {
    const foot = partsOf(html)[1] ?? '';
    return !foot.includes(hasContact ? `href="mailto:${mail}"` : w.none);
  });

  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});

test('the pages on which readers look for it give the address, or lead to the foot', () => {
  for (const wanted of ['/about/', '/safety/', '/press/', '/corrections/']) {
    const [text = ''] = partsOf(pages.find(({ address }) => address === wanted)?.html ?? '');

    assert.ok(text.includes(hasContact ? `href="mailto:${mail}"` : 'href="#contact"'), wanted);
  }
});

test('the table of official addresses has a row for this site, whether it has an address or not', () => {
  const verify = pages.find(({ address }) => address === '/verify/')?.html ?? '';
  const row = /<th[^>]*>Lit Windows<\/th>\s*<td>([^<]+)<\/td>/.exec(verify)?.[1] ?? '';

  assert.ok(
    isPlaceholder(site.address) ? row === dictionaryFor('en').addresses.none : row.startsWith('https://'),
    row,
  );
});

test('a placeholder stands on no page as an address', { skip: hasContact }, () => {
  const wrong = pages.filter(({ html }) => /href="mailto:|contact-key/.test(html) || html.includes(mail));

  assert.deepEqual(
    wrong.map(({ address }) => address),
    [],
  );
});

test('security.txt says whom to tell, and until when it holds', () => {
  const text = readFileSync('dist/.well-known/security.txt', 'utf8');

  assert.match(text, /^Contact: (?:https:|mailto:)\S+$/m);
  assert.match(text, new RegExp(`^Expires: ${site.securityExpires}T23:59:59Z$`, 'm'));
});
