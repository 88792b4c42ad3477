import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtPages, contentData } from '../pages.ts';

const pages = builtPages();
const mainOf = (address: string) =>
  /<main.*<\/main>/s.exec(pages.find((page) => page.address === address)?.html ?? '')?.[0] ?? '';
const give = mainOf('/give/');
const organisations =
  contentData<{ id: string; url?: string; opened?: string; namedByOthers?: string }[]>('organisations');

test('a donor meets one button, to the official page, with what was done to check its address, and when', () => {
  const buttons = give.match(/>\s*Open the official page of [^<]+<\/a>/g) ?? [];

  assert.equal(buttons.length, 1);
  const programme = organisations.find(({ id }) => id === 'fdff');
  const checked = programme?.opened
    ? /We opened it ourselves on \d{1,2} \w{3} \d{4}\./
    : /On \d{1,2} \w{3} \d{4} the address was compared with stored copies [^.]*; we have not opened it ourselves yet\./;
  assert.match(give, /It leads to <b>hrf\.org<\/b>\./);
  assert.match(give, checked);
});

test('an address that only others name is told in words, and is nowhere a link', () => {
  const hosts = organisations.flatMap(({ namedByOthers }) => namedByOthers ?? []);
  assert.notDeepEqual(hosts, []);
  for (const host of hosts) {
    assert.ok(give.includes(host));
    const links = pages.filter(({ html }) => html.includes(`href="https://${host}`));
    assert.deepEqual(
      links.map(({ address }) => address),
      [],
    );
  }
});

test('the page for donors has no chart, and says only a few times what nobody has published', () => {
  const doubts = give.match(/not known|unknown|not confirmed|not found|nobody has published/gi) ?? [];

  assert.doesNotMatch(give, /<figure class="[^"]*\bchart\b/);
  assert.ok(doubts.length <= 3, doubts.join(', '));
});

test('wiping is told for each system in five steps at most', () => {
  const parts = mainOf('/give/wipe/').split('<h2 id="').slice(1);
  const steps = new Map(
    parts.map((part) => [
      /^[^"]+/.exec(part)?.[0] ?? '',
      [...part.matchAll(/<ol>(.*?)<\/ol>/gs)].map(([, list = '']) => list.match(/<li>/g)?.length ?? 0),
    ]),
  );

  for (const system of ['windows', 'mac', 'linux', 'phone']) {
    const counts = steps.get(system) ?? [];
    assert.ok(counts.length > 0 && counts.every((count) => count >= 3 && count <= 5), `${system}: ${counts}`);
  }
});

/** What stands in the first cells of the slip on a page. */
function slipRows(address: string) {
  const slip = /<section class="to-print.*?<\/section>/s.exec(mainOf(address))?.[0] ?? '';
  return [...slip.matchAll(/<th[^>]*>(.*?)<\/th>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

test('the slip says what is in the parcel, and has no line for who sent it', () => {
  const rows = slipRows('/give/packing-slip/');

  assert.ok(rows.includes('USB drives, number') && rows.includes('All wiped before packing'));
  assert.doesNotMatch(rows.join(' '), /name|sender|address|from/i);
});

test('the Korean slip says each row in English too, for whoever opens the parcel', () => {
  const [korean, english] = ['/ko/give/packing-slip/', '/give/packing-slip/'].map(slipRows);

  assert.equal(korean?.length, english?.length);
  korean?.forEach((row, index) => {
    assert.match(row, /\p{Script=Hangul}/u);
    assert.ok(row.endsWith(english?.[index] ?? '?'), row);
  });
});

test('the menu leads to every page for donors, and to what speaks for and against the sending', () => {
  const menu = /<nav[^>]* aria-label="Menu">.*?<\/nav>/s.exec(pages[0]?.html ?? '')?.[0] ?? '';

  for (const page of ['wipe/', 'packing-slip/', 'collection/', 'what-a-gift-does/'])
    assert.ok(menu.includes(`href="/give/${page}"`), page);
  for (const page of ['does-it-work/', 'danger/', 'law/'])
    assert.ok(menu.includes(`href="/strategy/${page}"`), page);
});
