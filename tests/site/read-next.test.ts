import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainAddress } from '../../src/rules/addresses.ts';
import { builtPages } from '../pages.ts';

const pages = builtPages();
const addresses = new Set(pages.map(({ address }) => address));

const WAY = /<li><h3[^>]*><a href="([^"]+)">([^<]+)<\/a><\/h3><p[^>]*>([^<]+)<\/p><\/li>/g;
const partOf = (html: string) => /<nav class="read-next[^]*?<\/nav>/.exec(html)?.[0];
/** Pages of running text, posts, figures, charts and lists; not home, and not what only leads on. */
const read = pages.filter(({ address, html }) => plainAddress(address) !== '/' && html.includes('<article'));

test('every page ends with two or three pages to read next, each with its title and what it tells', () => {
  const faults = read.flatMap(({ address, html }) => {
    const ways = [...(partOf(html) ?? '').matchAll(WAY)].map(([, to = '']) => to);
    const isRight =
      ways.length >= 2 &&
      ways.length <= 3 &&
      new Set(ways).size === ways.length &&
      ways.every((to) => to !== address && addresses.has(to));
    return isRight ? [] : [`${address}: ${ways.join(', ')}`];
  });

  assert.ok(read.length > 100);
  assert.deepEqual(faults, []);
});
