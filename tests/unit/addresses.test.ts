import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  categoryAddress,
  changesAddress,
  figureAddress,
  fixedAddresses,
  langParam,
  languageOf,
  languagePaths,
  listPageAddress,
  localAddress,
  pageAddress,
  postAddress,
  sourceAddress,
  restParam,
  topicAddress,
  usedOnAddress,
  yearAddress,
} from '../../src/rules/addresses.ts';
import { slugOf } from '../../src/rules/slug.ts';

test('begins and ends every address of a page with a slash', () => {
  const addresses = [
    pageAddress('give/collection'),
    categoryAddress('books'),
    postAddress('2017/design-award'),
    yearAddress('undated'),
    topicAddress('law'),
    listPageAddress(topicAddress('law'), 2),
    figureAddress('sent'),
    sourceAddress('the-report'),
    usedOnAddress(figureAddress('sent')),
    changesAddress('update'),
    ...fixedAddresses,
  ];

  const wrong = addresses.filter((address) => !/^\/(?:[a-z0-9-]+\/)*$/.test(address));

  assert.deepEqual(wrong, []);
});

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
  assert.equal(langParam('en'), undefined);
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
