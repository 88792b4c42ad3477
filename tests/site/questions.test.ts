import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtPages } from '../pages.ts';

const faq = builtPages().find(({ address }) => address === '/faq/')?.html ?? '';
const headings = [...faq.matchAll(/<h3 id=[^>]*>(.*?)<\/h3>/gs)].map(([, words = '']) =>
  words.replace(/<[^>]*>/g, '').trim(),
);

/** The questions as search engines read them. */
function described(): { name: string; acceptedAnswer: { text: string } }[] {
  const blocks = [...faq.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  const things = blocks.flatMap(
    ([, data = '{}']) =>
      (JSON.parse(data) as { '@graph': { '@type': string; mainEntity?: unknown }[] })['@graph'],
  );
  const page = things.find((thing) => thing['@type'] === 'FAQPage');
  return (page?.mainEntity ?? []) as ReturnType<typeof described>;
}

test('every question has an answer of one to three sentences', () => {
  const answers = described();
  const sentences = (text: string) => [
    ...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text),
  ];

  assert.ok(answers.length >= 20, `${answers.length} questions`);
  assert.deepEqual(
    answers.filter(({ acceptedAnswer: { text } }) => text === '' || sentences(text).length > 3),
    [],
  );
});

test('search engines read the same questions as people do, and an estimate is called one', () => {
  const answers = described();

  assert.deepEqual(
    answers.map(({ name }) => name),
    headings,
  );
  const text = answers.map(({ acceptedAnswer }) => acceptedAnswer.text).join('\n');
  assert.match(text, /1\.35 million \(estimate\)/);
  assert.doesNotMatch(text, /<|undefined| [.,;]/);
});
