import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoded } from '../../src/checks/decoded.ts';
import { leftOver } from '../../src/checks/left-over.ts';
import { oddWord } from '../../src/checks/odd-words.ts';

test('reads what is written in the codes of other programs, also twice, and leaves the rest', () => {
  const read = ['a&#64;b', 'a&amp;#64;b', 'a%40b', 'a%2540b', 'a=40b', 'a\\u0040b', '<b>a</b>@b'].map(
    decoded,
  );

  assert.deepEqual([...new Set(read)], ['a@b']);
  assert.equal(decoded('xn--jx2bl9by9b32p.kr'), '비밀이름.kr');
  for (const text of ['5 < 6', 'a = b', '50 % of it', 'R&D and AT&T', 'a \\ b'])
    assert.equal(decoded(text), text);
});

test('finds what is left over within seconds, however long the text is', () => {
  const begin = performance.now();
  for (const part of ['a', '%', '[', "'", 'a,b,c\n', '- ', 'a\u0301', 'ㅂ', '1.', '=', '\\', '_', 'x@']) {
    leftOver(part.repeat(200_000 / part.length));
    oddWord(part.repeat(200_000 / part.length));
    decoded(part.repeat(200_000 / part.length));
  }

  assert.ok(performance.now() - begin < 20_000);
});
