import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { assertFailed, assertWorked, CHECK, copyProject, dataIn, put, start } from './copy.ts';
import { REPORT, KOREAN, copyWithReport, withdraw, holding, WORDS } from './withdrawing.ts';

suite('withdraws a text', { concurrency: 1 }, () => {
  test('in every language, with what only it used, and the content can be built', async (t) => {
    const root = copyWithReport(t);
    assertWorked(await start(root, CHECK).end);

    const end = await withdraw(root, '2024/a-word-too-much', '--reason', 'request').end;

    assertWorked(end);
    assert.deepEqual(
      holding(root, WORDS).filter((path) => !path.endsWith('it-cites.mdx')),
      [],
    );
    assert.match(readFileSync(join(root, REPORT), 'utf8'), /withdrawn on .*, at the request of somebody/);
    assert.match(readFileSync(join(root, KOREAN), 'utf8'), /당사자의 요청으로 내렸습니다[^]*follows: 3/);
    assert.match(end.output, /Taken out with it.*figures\/brambleworth-gates, sources\/brambleworth-diary/);
    // Whoever cites it is named, for what they say may tell the same.
    assert.match(end.output, /These name it.*\n {2}content\/en\/news\/2024\/it-cites\.mdx:\d+\n/);
    const redirects = readFileSync(join(root, 'content/data/redirects.json'), 'utf8');
    assert.match(
      redirects,
      /"\/ko\/statistics\/brambleworth-gates\/",\s+"to": "\/ko\/news\/2024\/a-word-too-much\/"/,
    );
    const versions = dataIn<Record<string, string>>(root, 'data/versions');
    assert.equal(versions['/news/2024/a-word-too-much/version-1.txt'], 'withdrawn 2026-01-01');
    assert.ok(!Object.keys(versions).some((key) => key.includes('brambleworth')));
    // Even a fingerprint could confirm what somebody guesses.
    assert.ok(!Object.values(versions).some((line) => line.includes('0123456789ab')));
    assertWorked(await start(root, CHECK).end);
  });

  test('by the address of its page, in whichever language', async (t) => {
    const root = copyWithReport(t);

    const end = await withdraw(root, 'https://lit-windows.example/ko/news/2024/a-word-too-much/#x').end;

    assertWorked(end);
    assert.match(end.output, /^Withdrawn: \/news\/2024\/a-word-too-much\/, /m);
  });

  test('or changes nothing where a list that tells of it cannot be read', async (t) => {
    const root = copyProject(t);
    const text = 'content/en/categories/books.mdx';
    const before = readFileSync(join(root, text), 'utf8');
    for (const list of ['published', 'versions']) {
      const path = join('content/data', `${list}.json`);
      const whole = readFileSync(join(root, path), 'utf8');
      put(root, path, whole.slice(0, -4));

      assertFailed(
        await withdraw(root, 'books').end,
        new RegExp(`^content/data/${list}\\.json cannot be read\\. Run “npm run check”`, 'm'),
      );

      assert.equal(readFileSync(join(root, text), 'utf8'), before);
      put(root, path, whole);
    }
  });

  test('and says so where there is none of the name', async (t) => {
    const root = copyProject(t);

    assertFailed(
      await withdraw(root, '2024/nothing-such').end,
      /^There is no text of the id “2024\/nothing-such”\. Write it as in /m,
    );
    assertFailed(
      await withdraw(root, 'give', '--reason', 'whim').end,
      /--reason <reason> +safety, request, rights/,
    );
  });
});
