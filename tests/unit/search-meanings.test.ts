import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as koreanWords from '../../src/rules/search/korean-words.ts';
import { QuickSearch, type QuickEntry, type QuickIndex } from '../../src/rules/search/quick-search.ts';

const entry = (address: string, title: string, more: Partial<QuickEntry> = {}): QuickEntry => ({
  address,
  title,
  kind: 'page',
  ...more,
});
const GROUPS: QuickIndex = {
  asking: 'where to of in 보내나요',
  synonyms: [
    ['escapee', 'refugee', '탈북민'],
    ['south korea', 'republic of korea'],
    ['used', 'second hand', '중고'],
    ['contact', 'reach'],
    ['donate', 'hand in'],
  ],
  entries: [
    entry('/partners/', 'Groups of escapees'),
    entry('/law/', 'Law in South Korea', { summary: '주고' }),
    entry('/give/', 'Donate drives', { asked: ['where to send', 'used drives', 'usb 보내기'] }),
    entry('/reach/', 'People who were reached', { asked: ['reach'] }),
    entry('/about/', 'About this site', { summary: '정말 보나', asked: ['contact'] }),
  ],
};
const groups = new QuickSearch([GROUPS], koreanWords);
const first = (query: string) => groups.find(query).entries[0]?.address;

test('a word finds those of its meaning, though no page has it, and is not taken for a slip', () => {
  for (const query of ['refugee', 'refugees', '탈북민', '탈북민은'])
    assert.equal(first(query), '/partners/', query);
  for (const query of ['second hand drives', 'second-hand drives', '중고 drives', 'where to send'])
    assert.equal(first(query), '/give/', query);
  assert.equal(groups.find('중고').corrected, undefined);
});

test('a phrase is one thing, though words of questions stand in it', () => {
  assert.equal(first('Republic of Korea'), '/law/');
  assert.equal(first('where to hand in'), '/give/');
});

test('a question has its own answer before that of another word for it', () => {
  assert.equal(first('contact'), '/about/');
  assert.equal(first('reach'), '/reach/');
});

test('another form of a Korean verb is no correction, and a question with USB needs no spaces', () => {
  assert.equal(groups.find('정말 보나요').corrected, undefined);
  assert.equal(groups.find('usb 보내요').corrected, undefined);
  assert.equal(first('usb보내기'), '/give/');
});
