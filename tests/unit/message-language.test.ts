import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { messageFor } from '../../src/checks/message-language.ts';
import ko from '../../src/checks/messages/ko.json' with { type: 'json' };
import { problemsIn } from './content-tree.ts';
import { readCase } from './corpus-case.ts';

const KOREAN = 'content/ko/news/2024/law-passed.mdx';

test('a fault of a Korean text is told in Korean, with the particles that fit', () => {
  assert.equal(
    messageFor(KOREAN, 'title: “A law” is not translated. Translate it, or leave the field out.'),
    'title: “A law”는 옮기지 않은 채입니다. 옮기거나 칸을 빼십시오.',
  );
  assert.equal(
    messageFor(
      KOREAN,
      'topics: there is no topic “laww”. Did you mean “law”? The ids stand in content/data/topics.json.',
    ),
    'topics: “laww”는 없습니다. “law”를 쓰려 했습니까? 이름(id)은 content/data/topics.json에 있습니다.',
  );
  assert.match(
    messageFor('src/i18n/ko.json', 'The word “menu” is missing. In English it is “Menu”.'),
    /^낱말 “menu”/,
  );
});

test('a fault of an English text is told in English, and one that has no Korean sentence too', () => {
  const message = 'This heading skips a level: #### stands below ##. Write ###.';

  assert.equal(messageFor('content/en/pages/give.mdx', message), message);
  assert.equal(messageFor('content/data/topics.json', message), message);
  assert.equal(
    messageFor(KOREAN, 'Nobody wrote this sentence. Correct it.'),
    'Nobody wrote this sentence. Correct it.',
  );
});

test('a private word is told of in English everywhere, so that its line is not shown', () => {
  const message = 'A word of the private list stands here. Take it out.';

  assert.equal(messageFor(KOREAN, message), message);
});

test('a Korean sentence has the gaps of the English one', () => {
  const gaps = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
  const wrong = Object.entries(ko).filter(
    ([english, own]) => !gaps(own).every((gap) => gaps(english).includes(gap)),
  );

  assert.deepEqual(wrong, []);
});

test('of the faults that a text can have, nine in ten are told in Korean', async () => {
  const told: boolean[] = [];
  const left = new Set<string>();
  // Every fourth case is enough to see, and takes seconds.
  const cases = globSync('tests/content/bad/*.txt').sort();
  for (const file of cases.filter((_, index) => index % 4 === 0))
    for (const { path, message } of await problemsIn(readCase(file).content)) {
      if (!path.endsWith('.mdx')) continue;
      const own = messageFor(path.replace('/en/', '/ko/'), message);
      told.push(own !== message);
      if (own === message) left.add(message);
    }

  assert.ok(told.filter(Boolean).length >= told.length * 0.9, [...left].join('\n'));
});
