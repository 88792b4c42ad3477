import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGES } from '../../src/rules/vocabulary.ts';
import {
  certaintyAddress,
  glossaryAddress,
  methodAddress,
  nameAnchor,
  termAnchor,
} from '../../src/rules/method-anchors.ts';
import { formsOf, type Name } from '../../src/rules/names.ts';
import { contentData, pagesByAddress } from '../pages.ts';

const pages = pagesByAddress();
const glossary = pages.get('/glossary/') ?? '';

/** The words of an entry of the glossary, without tags. */
const entryOf = (anchor: string) =>
  (glossary.split(`<div id="${anchor}">`)[1] ?? '').split('</div>')[0]?.replace(/<[^>]*>/g, '') ?? '';
const plain = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

test('the page of methods has a heading for each kind of counting and for certainty', () => {
  const addresses = [...STAGES.map((stage) => methodAddress(stage)), certaintyAddress()];

  for (const address of addresses) {
    const [page = '', anchor = ''] = address.split('#');
    assert.match(pages.get(page) ?? '', new RegExp(`<h[23] id="${anchor}">`), address);
  }
});

test('the page of each figure leads to what its words mean', () => {
  const { figures } = contentData<{
    figures: { id: string; stage: (typeof STAGES)[number] }[];
  }>('statistics');

  for (const { id, stage } of figures) {
    const html = pages.get(`/statistics/${id}/`) ?? '';
    for (const address of [methodAddress(stage), certaintyAddress(), glossaryAddress()])
      assert.ok(html.includes(`<a href="${address}">`), `${id}: ${address}`);
  }
});

test('the glossary explains every term', () => {
  for (const { id, term, meaning } of contentData<{ id: string; term: string; meaning: string }[]>('terms')) {
    const entry = plain(entryOf(termAnchor(id)));
    assert.ok(entry.includes(term) && entry.includes(meaning), id);
  }
});

test('the glossary has every spelling of every name', () => {
  for (const name of contentData<(Name & { id: string })[]>('names')) {
    const entry = plain(entryOf(nameAnchor(name.id)));
    for (const form of formsOf(name)) assert.ok(entry.includes(form), `${name.id}: ${form}`);
  }
});

test('the glossary stands in the order of the alphabet, and marks Korean as Korean', () => {
  const { compare } = new Intl.Collator('en');
  const [, terms = '', names = ''] = glossary.split('<dl ');
  for (const list of [terms, names]) {
    const words = [...list.matchAll(/<dfn[^>]*>(?:<a [^>]*>)?([^<]+)/g)].flatMap(([, word]) => word ?? []);
    assert.ok(words.length > 20);
    assert.deepEqual(words, words.toSorted(compare));
  }

  const unmarked = glossary
    .replace(/<(span|a)\b[^>]* lang="ko"[^>]*>[^<]*<\/\1>/g, '')
    .match(/\p{Script=Hangul}+/gu);

  assert.equal(unmarked, null);
});
