import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertOneProblem, edited, EVENTS, LAWS, problemsIn } from './content-tree.ts';

const DATE = '"date": "2024-03-14"';

/** The valid event with another text. */
const saying = (text: string) => edited(EVENTS, 'Parliament forbids', `${text}, parliament forbids`);

test('tells of an event that is still to come', async () => {
  await assertOneProblem(
    edited(EVENTS, DATE, '"date": "2024-06-02"'),
    EVENTS,
    '"date"',
    /^date: this day is still to come/,
  );
});

test('holds an event to the dates of its law as far as both are known', async () => {
  const known = ['2024', '2024-03', '2024-04'].map((date) => edited(EVENTS, DATE, `"date": "${date}"`));
  const early = edited(EVENTS, DATE, '"date": "2023"');

  for (const content of known) assert.deepEqual(await problemsIn(content), []);
  await assertOneProblem(early, EVENTS, '"date"', /^date: the law begins on 2024-03-14/);
});

test('wants an event for each law, so that no law stands without the step that made it', async () => {
  const content = edited(EVENTS, '"law": "the-law",', '');

  await assertOneProblem(content, LAWS, '"id": "the-law"', /no event names the law “the-law”\. Add one to/);
});

test('wants amounts and votes as figures in events and laws, and lets dates and years be typed', async () => {
  const typed = ['With 30,000 drives', 'For US$5', 'By 7–2', 'With 5 votes', 'Of 12%'];
  const allowed = ['On 14 October 2023', 'From 3–5 May', 'In 2012–13', 'By day 2 of 3', 'From May 2023'];

  for (const text of typed)
    await assertOneProblem(saying(text), EVENTS, '"text"', /^text: the number “.*” is typed/);
  for (const text of allowed) assert.deepEqual(await problemsIn(saying(text)), [], text);
  await assertOneProblem(
    edited(LAWS, 'The law on drives', 'The law on 30,000 drives'),
    LAWS,
    '"name"',
    /^name: the number “30,000” is typed/,
  );
});

test('names a law, a figure and a source that does not exist, with the one probably meant', async () => {
  const figure = edited(EVENTS, '"law": "the-law",', '"law": "the-law",\n"figures": ["sent-2012"],');
  const source = edited(LAWS, '"the-report"', '"the-reports"');
  const law = await problemsIn(edited(EVENTS, '"the-law"', '"the-laws"'));

  await assertOneProblem(figure, EVENTS, '"figures"', /no figure “sent-2012”\. Did you mean “sent-202[12]”/);
  await assertOneProblem(
    source,
    LAWS,
    '"the-reports"',
    /no source “the-reports”\. Did you mean “the-report”/,
  );
  assert.match(law[0]?.message ?? '', /there is no law “the-laws”\. Did you mean “the-law”/);
});

test('wants the dates of a law in their order', async () => {
  const content = edited(LAWS, '"status": "start-not-known"', '"from": "2024-02",\n"status": "in-force"');

  await assertOneProblem(content, LAWS, '"from"', /the law was passed later, on 2024-03-14/);
});
