import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { assertFailed, assertWorked, CHECK, put, start } from './copy.ts';
import { REPORT, KOREAN, copyWithReport, withdrawPassage } from './withdrawing.ts';

suite('withdraws a passage', { concurrency: 1 }, () => {
  test('and what older versions kept of it; a translation that may hold it goes', async (t) => {
    const root = copyWithReport(t);

    const end = await withdrawPassage(
      root,
      'Ottoline Brambleworth\nkeeps the gates.',
      '2024/a-word-too-much',
    );

    assertWorked(end);
    const text = readFileSync(join(root, REPORT), 'utf8');
    assert.doesNotMatch(text, /Ottoline|keeps the gates|They are green|was:|now:/);
    assert.match(text, /A passage was withdrawn, for somebody’s safety\./);
    assert.match(text, /^They are blue\. She has <Figure/m);
    assert.deepEqual(globSync(KOREAN, { cwd: root }), []);
    assertWorked(await start(root, CHECK).end);
  });

  test('of each language, where the translation is named too', async (t) => {
    const root = copyWithReport(t);

    const end = await withdrawPassage(
      root,
      'Ottoline Brambleworth keeps the gates.\n---\n브램블워스가 문을 지킵니다.\n',
      '2024/a-word-too-much',
    );

    assertWorked(end);
    const korean = readFileSync(join(root, KOREAN), 'utf8');
    assert.match(korean, /follows: 3/);
    assert.doesNotMatch(korean, /지킵니다\. 모두/);
    assertWorked(await start(root, CHECK).end);
  });

  test('that only a translation has, and the text tells that something was withdrawn', async (t) => {
    const root = copyWithReport(t);

    assertWorked(await withdrawPassage(root, '브램블워스가 문을 지킵니다.', '2024/a-word-too-much'));

    assert.doesNotMatch(readFileSync(join(root, KOREAN), 'utf8'), /지킵니다\. 모두/);
    assert.match(readFileSync(join(root, REPORT), 'utf8'), /A passage was withdrawn[^]*Ottoline/);
    assertWorked(await start(root, CHECK).end);
  });

  test('names the places where a person has to do it, and what does not stand there', async (t) => {
    const root = copyWithReport(t);

    assertFailed(
      await withdrawPassage(root, 'No such words.', '2024/a-word-too-much'),
      /^The passage does not stand in content\/en\/news/m,
    );
    assertFailed(
      await withdrawPassage(root, 'They are blue.', 'books'),
      /not stand in content\/en\/categories\/books\.mdx\. It stands here.*\n {2}content\/en\/news\/2024\/a-word-too-much\.mdx:/,
    );
    // It stands in the title as well.
    put(
      root,
      REPORT,
      readFileSync(join(root, REPORT), 'utf8').replace('keeps the gates', 'and the Zanzibargates'),
    );
    assertFailed(
      await withdrawPassage(root, 'Zanzibargates', '2024/a-word-too-much'),
      /stands here too\. Take it out by hand:\n {2}content\/en\/news\/2024\/a-word-too-much\.mdx:3\n/,
    );
  });
});
