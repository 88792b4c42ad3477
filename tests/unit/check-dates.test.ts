import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayFault, latestDay, localDay } from '../../src/checks/check-dates.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { inTimeZone } from '../time-zone.ts';
import { edited, inTree, POST } from './content-tree.ts';

/** Days that are said to be still to come, for a post that is added on a day. */
async function toCome(added: string, now: string): Promise<number> {
  const content = edited(POST, 'added: 2024-04-01', `added: ${added}`);
  const problems = await inTree(content, (root) => checkContent(root, { today: latestDay(new Date(now)) }));
  return problems.filter(({ message }) => message.includes('still to come')).length;
}

test('an editor in Seoul may write the new day while it is still the old one in Greenwich', async () => {
  const found = await toCome('2024-06-02', '2024-06-01T15:00:00Z');

  assert.equal(found, 0);
});

test('a day that has begun nowhere on Earth is still to come', async () => {
  const found = [
    await toCome('2024-06-02', '2024-06-01T09:59:59Z'),
    await toCome('2024-06-02', '2024-06-01T10:00:00Z'),
    await toCome('2024-06-03', '2024-06-02T09:59:59Z'),
  ];

  assert.deepEqual(found, [1, 0, 1]);
});

test('the day of a computer is that of its zone', async () => {
  const dayIn = (zone: string) => inTimeZone(zone, () => localDay(new Date('2024-05-31T15:30:00Z')));

  const days = [await dayIn('Asia/Seoul'), await dayIn('UTC'), await dayIn('America/New_York')];

  assert.deepEqual(days, ['2024-06-01', '2024-05-31', '2024-05-31']);
});

/** Days and years as people write them, by what is wrong with them. */
const WRONG: Record<string, readonly string[]> = {
  'does not exist in the calendar': [
    ...['Feb. 30, 2024', '30 Feb 2024', '31st of June 2024', '31 September', 'Sept 31', 'June 31'],
    ...['2024/13/05', '2024.02.30', '2024. 2. 30', '30.2.2024'],
    ...['2024년2월30일', '2023년 2월 29일', '2월 30일', '6월 31일', '20204년 2월'],
  ],
  'falls on another day of the week': [
    ...['Monday, 14 March 2024', 'Monday, March 14, 2024', '2024년 3월 14일(월)', '2024년 3월 14일 월요일'],
  ],
  'may be read in two ways': ['05/06/2024', '13/13/2024'],
  'is of another calendar': ['Juche 112', '주체112년', '주체 112년', '단기 4357년'],
  'run backwards': [
    ...['2021–2019', '2019-2015', '2021 to 2019', '2021년부터 2019', '2021~2019', '2019 until 2017'],
    ...['May 2022 and March 2022', 'Dec. 2020 – Nov. 2020', '2022년 5월부터 2022년 3월'],
  ],
  'no reader of later years can tell': ['yesterday', 'last week', '지난주', '어제'],
};

test('tells of days that cannot be, or that a reader cannot tell', () => {
  for (const [says, days] of Object.entries(WRONG))
    for (const day of days) {
      const fault = dayFault(`From ${day}.`);
      assert.ok(fault?.message.includes(says) && fault.index > 0, `${day}: ${fault?.message}`);
    }
});

test('takes days, spans and numbers as they are meant', () => {
  const alarms = [
    ...[
      'Thursday, 14 March 2024, or 2024년 3월 14일(목), 목요일',
      '29 February; 2월 29일; 31 May. Then May 31.',
    ],
    ...[
      'Of them 40 may have gone, 45 march, and in June 31 people did. See Sec. 31.',
      '14.3.2024; 3/2025; 2023/24',
    ],
    ...[
      '2020-2024, from 2012 to 2020, compare 2021 to 2019; May 2021 until March 2022, 2022년 3월부터 2022년 5월, May 2022 to 2022',
      'Juche 112 (2023), 주체 112(2023)년',
      '2024. 3. 5.에',
    ],
    ...[
      'The next month, this week of the year; the last week of May; their last night in the North; “yesterday”, “어제”; 이번 주에, 다음 달에',
    ],
  ].filter((text) => dayFault(text));

  assert.deepEqual(alarms, []);
});
