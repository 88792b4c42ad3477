import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import sharp from 'sharp';
import { figures as figureSchema } from '../../src/schemas/figures.ts';
import { topics as topicSchema } from '../../src/schemas/records.ts';
import { dictionaryFor } from '../../src/i18n/dictionary.ts';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  pictureOfSection,
  sectionCards,
  sectionPicture,
  topicCard,
  type SectionCard,
} from '../../src/rules/sharing.ts';
import { cardText, figureCard, figureCardSvg } from '../../src/site/figure-card.ts';
import { sectionCardSvg } from '../../src/site/cards.ts';

const en = dictionaryFor('en');

type Figure = Parameters<typeof figureCard>[0];

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
const TIBETAN = 'བོད་ཡིག';
const ofFigure = (change: Partial<Figure> = {}, publishers = ['The Example Times']) =>
  figureCard({ ...FIGURE, ...change }, publishers, en) ?? assert.fail('The figure has no card.');
const ofTopic = (change: Partial<typeof TOPIC> = {}) => topicCard({ ...TOPIC, ...change });
const TOPIC = { address: '/news/topic/law/', label: 'Law', description: 'Laws, rulings and cases.' };

/** Cards with as much on them as the schemas allow. */
const [siteCard] = sectionCards('en', en);

const extremes: Record<string, string> = {
  'the longest of everything': figureCardSvg(
    ofFigure(
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
  ),
  'a number of sixteen digits': figureCardSvg(
    ofFigure({ value: 1e15, unit: 'krw', qualifier: 'fewer-than' }),
  ),
  'a range of such numbers': figureCardSvg(
    ofFigure({
      value: undefined,
      range: { from: 1e15 - 1, to: 1e15 },
      unit: 'hours-a-day',
      qualifier: 'more-than',
      label: 'W'.repeat(110),
    }),
  ),
  'a small share': figureCardSvg(
    ofFigure({ value: 2.7, unit: 'percent', qualifier: 'exactly', stage: 'asked' }),
  ),
  'the longest name and line of a topic': sectionCardSvg(
    ofTopic({ label: 'Words of a label '.repeat(3), description: 'Words of a description. '.repeat(9) }),
  ),
  'a name of one word': sectionCardSvg(ofTopic({ label: 'W'.repeat(60), description: 'W'.repeat(200) })),
  'a short name': sectionCardSvg(ofTopic()),
  'the site': sectionCardSvg(siteCard),
};

test('a figure’s card says what is claimed, by whom, when and where', () => {
  const card = ofFigure({}, ['The Example Times', 'Example News', 'The Example Times']);

  assert.equal(
    cardText(card),
    'Sent: about 130,000 drives. Drives since the campaign began. Reported by: The Example Foundation. Date: Nov 2022. Source: The Example Times and 1 more.',
  );
});

test('spaces of every kind become plain ones, at which lines may break', () => {
  assert.equal(ofFigure({ label: 'A\u00a0label  of\u2009words' }).label, 'A label of words');
});

test('an estimate, a conflict and a claim are named on the card', () => {
  const card = ofFigure({ stage: 'reached', unit: 'people', conflicts: ['other'], certainty: 'claimed' });

  assert.match(cardText(card), /130,000 people \(estimate\)\. .*Accounts differ\. Claimed, not proven\. /);
});

test('a figure whose heart the fonts cannot write has no card, for a number alone would mislead', () => {
  for (const change of [{ label: TIBETAN }, { reportedBy: TIBETAN }, { label: 'ƀ, which only the sans has' }])
    assert.equal(figureCard({ ...FIGURE, ...change }, [], en), undefined);
});

test('what else the fonts cannot write is left out of the card of a figure', () => {
  const card = ofFigure({ counted: TIBETAN }, [TIBETAN]);

  assert.equal(card.note, '');
  assert.match(cardText(card), /^Sent: about 130,000 drives.*Date: Nov 2022\.$/);
});

test('the picture of a topic says whose it is, its name and what it is about', () => {
  assert.deepEqual(sectionPicture(ofTopic()), {
    address: '/news/topic/law/card.png',
    alt: 'Lit Windows: Law. Laws, rulings and cases.',
    width: 1200,
    height: 630,
  });
});

test('a page is shown with the picture of its part of the site, or with that of the site', () => {
  const shown = (address: string) => pictureOfSection(address, en).address;

  assert.equal(shown('/give/collection/'), '/give/card.png');
  assert.equal(shown('/news/page/2/'), '/news/card.png');
  assert.equal(shown('/statistics/'), '/statistics/card.png');
  assert.equal(shown('/about/'), '/card.png');
  assert.equal(shown('/'), '/card.png');
  assert.equal(pictureOfSection('/', en).alt, `Lit Windows. ${en.siteLine}.`);
});

test('every part of the menu has a line of its own, and a card unlike the others', () => {
  const cards = sectionCards('en', en);

  assert.equal(new Set(cards.map(({ line }) => line)).size, cards.length);
  assert.equal(new Set(cards.map(sectionCardSvg)).size, cards.length);
});

test('windows are lit alike in two builds, and differently for two topics', () => {
  const windows = (card: SectionCard) =>
    /<g transform="translate\([^]*?<\/g>$/.exec(sectionCardSvg(card).split('<defs>')[0] ?? '')?.[0];

  assert.ok(windows(ofTopic()));
  assert.equal(windows(ofTopic({ label: 'Rulings' })), windows(ofTopic()));
  assert.notEqual(windows(ofTopic({ address: '/news/topic/radio/' })), windows(ofTopic()));
});

test('a part of the site whose name the fonts cannot write is shown as the site', () => {
  const svg = sectionCardSvg(ofTopic({ label: TIBETAN, description: TIBETAN }));

  assert.equal(svg, sectionCardSvg({ ...ofTopic(), name: 'Lit Windows', line: TIBETAN }));
});

suite('every card is drawn well', () => {
  for (const [what, svg] of Object.entries(extremes)) {
    test(what, async () => {
      assert.doesNotMatch(svg, /<text|font-|NaN|undefined/);
      assert.equal(svg.replace(/<[^>]*>/g, ''), '');
      const { width, height } = await sharp(Buffer.from(svg)).metadata();
      assert.deepEqual([width, height], [CARD_WIDTH, CARD_HEIGHT]);
      assert.ok(smallestType(svg) >= 28, `type of ${smallestType(svg)} pixels`);
      assert.ok(lowestContrast(svg) >= 7, `contrast of ${lowestContrast(svg)}`);
      assert.equal(await inTheMargin(svg), 0, 'something stands in the margin');
    });
  }
});

test('the card of a figure changes with what stands on it, and with nothing else', () => {
  const drawn = (change: Partial<Figure> = {}, publishers?: string[]) =>
    figureCardSvg(ofFigure(change, publishers));
  const before = drawn();

  assert.equal(drawn({ method: 'Counted in another way.' } as Partial<Figure>), before);
  assert.notEqual(drawn({ value: 130_001 }), before);
  assert.notEqual(drawn({ conflicts: ['other'] }), before);
  assert.notEqual(drawn({ asOf: '2022' }), before);
  assert.notEqual(drawn({}, ['Example News']), before);
});

test('every figure and every topic of the real content has its card, with the name whole', () => {
  const listed = (file: string): unknown => JSON.parse(readFileSync(`content/data/${file}.json`, 'utf8'));
  const { figures } = listed('statistics') as { figures: unknown[] };
  const topics = (listed('topics') as unknown[]).map((topic) => topicSchema.parse(topic));

  assert.ok(figures.length > 100);
  for (const figure of figures) assert.ok(figureCard(figureSchema.parse(figure), [], en));
  for (const topic of topics) {
    const card = topicCard({ ...topic, address: `/news/topic/${topic.id}/` });
    assert.notEqual(sectionCardSvg(card), sectionCardSvg({ ...card, name: siteCard.name }), topic.id);
  }
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
