import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  languageOf,
  languagePaths,
  listPageAddress,
  localAddress,
  pageAddress,
  restParam,
} from '../../src/rules/addresses.ts';
import { slugOf } from '../../src/rules/slug.ts';

test('puts the page “index” at the root', () => {
  const addresses = [pageAddress('index'), pageAddress('give')];

  assert.deepEqual(addresses, ['/', '/give/']);
});

test('gives the first page of a list no number', () => {
  const addresses = [1, 2].map((page) => listPageAddress('/news/2024/', page));

  assert.deepEqual(addresses, ['/news/2024/', '/news/2024/page/2/']);
});

test('puts the default language at the root, without a code', () => {
  const address = localAddress('en', '/news/');

  assert.equal(address, '/news/');
  assert.deepEqual(languagePaths[0], { language: 'en', lang: undefined });
});

test('tells a route what an address has below another', () => {
  const params = ['/news/', '/news/topic/law/page/2/'].map((address) => restParam(address, '/news/'));

  assert.deepEqual(params, [undefined, 'topic/law/page/2']);
});

test('reads the default language from an address without a known code', () => {
  const languages = ['/', '/news/', '/english/', '/xx/news/'].map(languageOf);

  assert.deepEqual(languages, ['en', 'en', 'en', 'en']);
});

test('makes a word for a filter of any text, and no two of names in other scripts', () => {
  const texts = [
    'The Associated Press',
    '  38 North ',
    'D&AD — Impact!',
    'AP (Seoul)',
    'ﬁle',
    'Résumé du café',
  ];
  const names = ['가상 신문', '가상 일보', 'Новая газета', 'ガーディアン', '新華社 (통신)'];

  assert.deepEqual(texts.map(slugOf), [
    ...['the-associated-press', '38-north', 'd-ad-impact', 'ap-seoul', 'file', 'resume-du-cafe'],
  ]);
  assert.deepEqual(names.map(slugOf), [
    ...['가상-신문', '가상-일보', 'новая-газета', 'ガーディアン', '新華社-통신'],
  ]);
});
