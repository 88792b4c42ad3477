import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import sharp from 'sharp';
import { figures as figureSchema } from '../../src/schemas/figures.ts';
import { news } from '../../src/schemas/texts.ts';
import { en } from '../../src/i18n/en.ts';
import { CARD_HEIGHT, CARD_WIDTH, cardSvg } from '../../src/site/card-picture.ts';
import { cardText, figureCard, postCard, type Card } from '../../src/site/card.ts';

type Figure = Parameters<typeof figureCard>[0];
type Post = Parameters<typeof postCard>[0];

const FIGURE: Figure = {
  label: 'Drives since the campaign began',
  value: 130_000,
  qualifier: 'about',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives sent since the campaign began.',
  asOf: '2022-11',
  reportedBy: 'The Example Foundation',
  certainty: 'reported',
  conflicts: [],
};
const POST: Post = {
  kind: 'coverage',
  title: 'What a report says of the drives',
  summary: 'A report on the drives and on those who send them.',
  date: '2017-12',
  added: '2026-01-01',
  topics: ['law'],
  certainty: 'claimed',
  publisher: 'The Example Times',
  url: 'https://reports.invalid/',
  language: 'en',
  changes: [],
  allowedWords: [],
  draft: false,
};
const KOREAN = '북한에 보내는 정보';
const plain = `${en.siteLine}.`;

const ofFigure = (change: Partial<Figure> = {}, publishers = ['The Example Times']) =>
  figureCard({ ...FIGURE, ...change }, publishers, en);
const ofPost = (change: Partial<Post> = {}) => postCard({ ...POST, ...change } as Post, en);

/** Cards with as much on them as the schemas allow. */
const extremes: Record<string, Card> = {
  'the longest of everything': ofFigure(
    {
      label: 'Words of a label '.repeat(7).slice(0, 109) + '.',
      range: { from: 1_000_000, to: 2_500_000 },
      value: undefined,
      unit: 'people',
      stage: 'reached',
      certainty: 'claimed',
      conflicts: ['another'],
      counted: 'Words of what is counted, '.repeat(10).slice(0, 240),
      reportedBy: 'Words of a foundation '.repeat(5).slice(0, 90),
      asOf: undefined,
      period: { from: '2021-01-02', to: '2022-11-30' },
    },
    ['The Publisher of Sixty Letters '.repeat(2).slice(0, 60), 'Another'],
  ),
  'a number of sixteen digits': ofFigure({ value: 1e15, unit: 'krw', qualifier: 'fewer-than' }),
  'a range of such numbers': ofFigure({
    value: undefined,
    range: { from: 1e15 - 1, to: 1e15 },
    unit: 'hours-a-day',
    qualifier: 'more-than',
    label: 'W'.repeat(110),
  }),
  'a small share': ofFigure({ value: 2.7, unit: 'percent', qualifier: 'exactly', stage: 'asked' }),
  'the longest title': ofPost({ title: 'Words of a title, '.repeat(5), publisher: 'W'.repeat(60) }),
  'a title of one word': ofPost({ title: 'W'.repeat(90), date: 'undated' }),
  'a short title': ofPost({ title: 'Short', date: '2017' }),
};

test('a figure’s card says what is claimed, by whom, when and where', () => {
  const card = ofFigure({}, ['The Example Times', 'Example News', 'The Example Times']);

  assert.equal(
    cardText(card),
    'Sent: about 130,000 drives. Drives since the campaign began. Reported by: The Example Foundation. Date: Nov 2022. Source: The Example Times and 1 more.',
  );
});

test('spaces of every kind become plain ones, at which lines may break', () => {
  const card = ofPost({ title: 'A\u00a0title  of\u2009words' });

  assert.match(cardText(card), /^Coverage: A title of words\. /);
});

test('an estimate, a conflict and a claim are named on the card', () => {
  const card = ofFigure({ stage: 'reached', unit: 'people', conflicts: ['other'], certainty: 'claimed' });

  assert.match(cardText(card), /130,000 people \(estimate\)\. .*Accounts differ\. Claimed, not proven\. /);
});

test('a post’s card names its kind, its publisher, and its date no more precisely than known', () => {
  assert.equal(
    cardText(ofPost()),
    'Coverage: What a report says of the drives. Claimed, not proven. Publisher: The Example Times. Published: Dec 2017 (day not known).',
  );
  assert.match(cardText(ofPost({ date: 'undated' })), /Published: undated\.$/);
  assert.match(
    cardText(ofPost({ kind: 'update', date: '2026-03-14' })),
    /^Our update: .*Lit Windows.*14 Mar 2026\.$/,
  );
});

suite('what the fonts cannot write is left out', () => {
  const cases: Record<string, [Card, string | RegExp]> = {
    'a label, and with it the number': [ofFigure({ label: KOREAN }), plain],
    'who reports it, and with it the number': [ofFigure({ reportedBy: KOREAN }), plain],
    'what is counted': [ofFigure({ counted: KOREAN }), /^Sent: about 130,000 drives/],
    'the publisher of a source': [ofFigure({}, [KOREAN]), /Date: Nov 2022\.$/],
    'a title, and the publisher stands there': [ofPost({ title: KOREAN }), /^Coverage: The Example Times\. /],
    'a publisher, and with it the title': [ofPost({ publisher: KOREAN }), plain],
    'a title with one letter of another script': [
      ofPost({ title: 'The word 자 in a title' }),
      /^Coverage: The Ex/,
    ],
    'a title with a sign of no script': [ofPost({ title: 'A title with 😀 in it' }), /^Coverage: The Ex/],
    'a title with a letter that only the sans has': [
      ofPost({ title: 'A title with ƀ in it' }),
      /^Coverage: The Ex/,
    ],
  };
  for (const [what, [card, words]] of Object.entries(cases)) {
    test(what, async () => {
      if (typeof words === 'string') assert.equal(cardText(card), words);
      else assert.match(cardText(card), words);
      assert.doesNotMatch(JSON.stringify(card), /\p{Script=Hangul}|😀/u);
      const { width, height } = await sharp(Buffer.from(cardSvg(card))).metadata();
      assert.deepEqual([width, height], [CARD_WIDTH, CARD_HEIGHT]);
    });
  }
});

suite('every card is drawn well', () => {
  for (const [what, card] of Object.entries({
    ...extremes,
    'a site’s card': ofPost({ publisher: KOREAN }),
  })) {
    test(what, async () => {
      const svg = cardSvg(card);

      assert.doesNotMatch(svg, /<text|font-|NaN|undefined/);
      assert.equal(svg.replace(/<[^>]*>/g, ''), '');
      assert.ok(smallestType(svg) >= 28, `type of ${smallestType(svg)} pixels`);
      assert.ok(lowestContrast(svg) >= 7, `contrast of ${lowestContrast(svg)}`);
      assert.equal(await inTheMargin(svg), 0, 'something stands in the margin');
    });
  }
});

test('a picture changes with what stands on the card, and with nothing else', () => {
  const before = cardSvg(ofFigure());
  const same: Figure & { method: string } = { ...FIGURE, method: 'Counted in another way.' };

  assert.equal(cardSvg(figureCard(same, ['The Example Times'], en)), before);
  assert.notEqual(cardSvg(ofFigure({ value: 130_001 })), before);
  assert.notEqual(cardSvg(ofFigure({ conflicts: ['other'] })), before);
  assert.notEqual(cardSvg(ofFigure({ asOf: '2022' })), before);
  assert.notEqual(cardSvg(ofFigure({}, ['Example News'])), before);
  assert.equal(cardSvg(ofPost({ summary: 'Another summary of the same report.' })), cardSvg(ofPost()));
  assert.notEqual(cardSvg(ofPost({ certainty: 'reported' })), cardSvg(ofPost()));
});

test('the cards of the real content show their number or title whole', () => {
  const { figures } = JSON.parse(readFileSync('content/data/statistics.json', 'utf8')) as {
    figures: unknown[];
  };
  const posts = globSync('content/en/news/*/*.mdx').map((path) =>
    news.parse(parse(/^---\n(.*?)\n---/s.exec(readFileSync(path, 'utf8'))?.[1] ?? '')),
  );

  const cards = [
    ...figures.map((figure) => figureCard(figureSchema.parse(figure), ['The Example Times'], en)),
    ...posts.map((post) => postCard(post, en)),
  ];

  assert.ok(cards.length > 100);
  for (const card of cards) assert.notEqual(cardText(card), plain);
});

/** In pixels, from the scale of each letter; the serif has 2000 units to its size, the sans 1000. */
function smallestType(svg: string): number {
  const sizes = [...svg.matchAll(/<use href="#(head|label|strong)[^"]*" transform="matrix\(([\d.]+) /g)].map(
    ([, face, scale]) => Number(scale) * (face === 'head' ? 2000 : 1000),
  );
  return Math.round(Math.min(...sizes));
}

/** Of any letter to the ground, as WCAG reckons it. */
function lowestContrast(svg: string): number {
  const ground = /<rect [^>]*fill="(#\w+)"/.exec(svg)?.[1] ?? '';
  const inks = [...svg.matchAll(/<g fill="(#\w+)"><use/g)].flatMap(([, ink]) => ink ?? []);
  const light = (ink: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(ink.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrasts = inks.map((ink) => light(ink) / light(ground)).map((ratio) => Math.max(ratio, 1 / ratio));
  assert.ok(contrasts.length > 0);
  return Math.min(...contrasts);
}

/** How many pixels nearer than 48 to an edge are not of the ground. */
async function inTheMargin(svg: string): Promise<number> {
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
  const [width, height, margin] = [info.width, info.height, 48];
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInside = x >= margin && x < width - margin && y >= margin && y < height - margin;
      if (!isInside && data[(y * width + x) * info.channels] !== data[0]) count++;
    }
  }
  return count;
}
