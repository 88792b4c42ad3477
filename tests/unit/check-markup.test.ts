import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLinks } from '../../src/checks/check-links.ts';
import { blocksIn } from '../../src/checks/block-text.ts';
import { checkMarkup, headingsOf, parseMdx } from '../../src/checks/check-markup.ts';
import { checkTags } from '../../src/checks/check-references.ts';
import { checkWriting } from '../../src/checks/check-writing.ts';
import { checkLosses } from '../../src/checks/lost-markup.ts';
import type { Report } from '../../src/checks/problems.ts';
import type { Known } from '../../src/checks/targets.ts';
import { typedAmount } from '../../src/checks/typed-numbers.ts';
import { LIST_NAMES, type ListName } from '../../src/rules/lists.ts';
import { referencesOf } from '../../src/rules/references.ts';

const known: Known = {
  ids: {
    ...(Object.fromEntries(LIST_NAMES.map((list) => [list, new Set()])) as Record<ListName, Set<string>>),
    figures: new Set(['sent-total-2022']),
    sources: new Set(['the-report', '2024/law-passed']),
    drawings: new Set(['evidence']),
    charts: new Set(['sent-by-year']),
    organisations: new Set(['senders']),
    images: new Set(['2024/drives.jpg']),
  },
  pages: new Set(['/', '/give/', '/news/', '/news/topic/law/']),
  addresses: new Set(['/', '/give/', '/donate/', '/news/', '/news/topic/law/']),
  moved: new Map([['/donate/', '/give/']]),
  sourceDates: new Map(),
  drafts: new Set(['2024/unfinished']),
  hosts: new Set(['flashdrivesforfreedom.org', 'hrf.org']),
  draftAddresses: new Set(['/news/2024/unfinished/']),
  headings: new Map([['/give/', new Set(['post'])]]),
  madeAnchors: new Set(['top']),
};

/** What is said of a text, each with line and column. */
function faults(text: string): string[] {
  const found: string[] = [];
  const report: Report = ({ line, column }, message) => found.push(`${line}:${column} ${message}`);
  const tree = parseMdx(text, report);
  if (tree) checkMarkup(tree, report);
  if (tree) checkLosses(tree, text, report);
  if (tree) checkWriting(tree, blocksIn(tree, text), report);
  const textReferences = tree ? referencesOf(tree) : [];
  checkTags(textReferences, known, report);
  if (tree) checkLinks({ textReferences, headings: headingsOf(tree), report }, known);
  return found;
}

/** Checks that one fault is found in a text, and that it reads so. */
function assertOneFault(text: string, expected: RegExp) {
  const found = faults(text);

  assert.equal(found.length, 1, `${text}: ${found.join(' / ') || 'no fault'}`);
  assert.match(found[0] ?? '', expected);
}

/** Makes a test of each name, in which each of the texts has its one fault. */
function hasOneFault(cases: Record<string, Record<string, RegExp>>) {
  for (const [name, faults] of Object.entries(cases))
    test(name, () => {
      for (const [text, expected] of Object.entries(faults)) assertOneFault(text, expected);
    });
}

test('finds no fault in a text with every tag, links, years and small counts', () => {
  const text = [
    '## What it means',
    'Some <Figure id="sent-total-2022" /> were sent. <Source id="2024/law-passed" />',
    'In 2017, on 14 October, 9 of 10 drives came; see [how to give](/give/#post) or [there](https://a.org/) or [below](#what-it-means).',
    '<Chart id="sent-by-year" />',
    '<Callout title="Not proven">\n\nSome *text*, [above](#top).\n\n</Callout>',
    '<Quote source="the-report" by="A name">\n\nText\n\n</Quote>',
    '<Gallery title="Drives">\n\n<Image src="2024/drives.jpg" alt="Two drives" caption="Drives" credit="The senders" people="no" />\n\n</Gallery>',
    '<Official id="senders" />\n\n<Organisations />\n\n<Calculator />\n\n<PackingSlip />',
  ].join('\n\n');

  const found = faults(text);

  assert.deepEqual(found, []);
});

test('allows comments and escaped braces', () => {
  const found = [faults('{/* a note */}'), faults('A {/* note */} within.'), faults('\\{a\\} and \\< b.')];

  assert.deepEqual(found, [[], [], []]);
});

hasOneFault({
  'names an unknown tag, with the one that was probably meant': {
    'Text\n\n<Figur id="sent-total-2022" />': /^3:1 There is no tag <Figur>\. Did you mean “Figure”\?/,
  },
  'tells an editor who writes an event as a tag where events stand': {
    'Text\n\n<Entry date="2024" title="A">\n\nb\n\n</Entry>':
      /^3:1 There is no tag <Entry>\. .*add this one to content\/data\/events\.json/,
  },
  'names an unknown attribute, with the one that was probably meant': {
    'Some <Figure id="sent-total-2022" units="hide" />': /<Figure> has no “units”\. Did you mean “unit”\?/,
  },
  'asks for an attribute that is missing, with a line to copy': {
    'Text <Figure />': /^1:6 <Figure> needs “id”\. Write it as in <Figure id="/,
  },
  'names ids that nothing has: figure, source, chart, organisation': {
    'Some <Figure id="sent-total-2021" />': /no figure “sent-total-2021”\. Did you mean “sent-total-2022”\?/,
    'Text <Source id="2024/law-past" />': /no source “2024\/law-past”\. Did you mean “2024\/law-passed”\?/,
    '<Chart id="by-weather" />': /no chart “by-weather”\. The ids stand in content\/data\/statistics/,
    '<Official id="sender" />': /no organisation “sender”\. Did you mean “senders”\?/,
  },
  'refuses a unit or title that a tag cannot take': {
    'Some <Figure id="sent-total-2022" unit="show" />': /unit="hide" is the only choice/,
    '<Callout title=" ">\n\nb\n\n</Callout>': /the text in quotes is empty/,
  },
});

test('lets a figure be said in words, numbers among them, but not in digits alone or beside a unit', () => {
  assert.deepEqual(faults('Some <Figure id="sent-total-2022" as="1.35 million, or two million" />'), []);
  assertOneFault('Some <Figure id="sent-total-2022" as="375" />', /as="…" gives the amount in words/);
  assertOneFault('Some <Figure id="sent-total-2022" as="many" unit="hide" />', /Remove unit="hide"/);
});

hasOneFault({
  'wants a text in a tag that encloses one, and none in any other': {
    '<Callout title="A" />': /<Callout> encloses a text, with an empty line before and after/,
    '<Chart id="sent-by-year">Text</Chart>': /<Chart> encloses nothing/,
  },
  'refuses code in attributes': {
    '<Callout title={name}>\n\nb\n\n</Callout>': /<Callout> takes plain text in double quotes only/,
    'Some <Figure id="sent-total-2022" {...all} />': /<Figure> takes plain text in double quotes only/,
  },
  'refuses code in braces, in a line and as a block': {
    'Text {1 + 1} text': /^1:6 Braces are code/,
    'Text\n\n{process.exit()}': /^3:1 Braces are code/,
  },
  'refuses import and export': {
    'import a from "./a.ts"\n\nText': /^1:1 A line that begins with import or export is code/,
    'Text\n\nexport const a = 1;': /^3:1 A line that begins with import or export is code/,
  },
  'refuses HTML': {
    '<div>Text</div>': /no tag <div>/,
    'Text <script>a</script>': /no tag <script>/,
    'Text\n\n<!-- note -->': /^3:1 HTML comments are not allowed\. Write \{\/\* … \*\/\} instead/,
  },
  'says where a tag is left open': {
    'Text\n\n<Callout title="A">\n\nText': /^3:1 The tag <Callout> is not closed/,
  },
  'names a link within the site that leads nowhere, with the one probably meant': {
    'Text\n[a](/giv/)': /^2:1 The link “\/giv\/” leads to no page of this site\. Did you mean “\/give\/”\?/,
    '[a](/give)': /Did you mean “\/give\/”\?/,
    '[a](/weather-of-today/)': /leads to no page of this site\. A page that was renamed/,
  },
  'asks for the new address of a page that was renamed': {
    '[a](/donate/)': /Write its new address: “\/give\/”\.$/,
    '[a](/donate/#post)':
      /^1:1 The link “\/donate\/#post” leads to a page that was renamed\. Write its new address: “\/give\/#post”\.$/,
  },
  'refuses links that are not safe or not whole': {
    '[a](http://a.org/)': /“http:\/\/a\.org\/” must begin with https:\/\//,
    '[a](give/)': /“give\/” must begin with https:\/\//,
    '[a](javascript:alert)': /must begin with https:\/\//,
  },
  'refuses a heading of the first rank, for the title is one': {
    'Text\n\n# Heading': /^3:1 The title stands in the front matter/,
    'Heading\n===': /The title stands in the front matter/,
  },
  'refuses pictures': {
    '![A drive](/drive.png)': /A picture needs a caption and a credit: use <Image/,
  },
  'names a typed number with the place where it stands': {
    'One\nsent 130,000 drives': /^2:6 The number “130,000” is typed/,
    '## About 50% of them': /^1:10 The number “50%” is typed/,
  },
});

test('takes thousands, shares, money and millions for amounts', () => {
  const texts = [
    '9,668 drives',
    'of 1,350,000',
    '80 %',
    '12 per cent',
    '$5',
    'US$28,000',
    '₩500',
    '1.1 million',
  ];

  const amounts = texts.map((text) => typedAmount(text)?.amount);

  assert.deepEqual(amounts, [
    '9,668',
    '1,350,000',
    '80 %',
    '12 per cent',
    '$5',
    'US$28,000',
    '₩500',
    '1.1 million',
  ]);
});

test('takes years, days, times and small counts for no amounts', () => {
  const texts = [
    'in 2017',
    '2016–2018',
    '14 October 2017',
    '38 North',
    '24/7 at 10:30',
    '12 drives',
    'a $ sign',
    '',
  ];

  const amounts = texts.map((text) => typedAmount(text)?.amount);

  assert.deepEqual(new Set(amounts), new Set([undefined]));
});
