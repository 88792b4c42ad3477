import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { tasksBeforeLaunch, type LaunchState } from '../../src/commands/ready.ts';

/** A site of which nothing is left to do. */
const READY: LaunchState = {
  today: '2027-01-10',
  url: 'https://example.org/',
  contact: { mail: 'write@example.org', key: '/key.txt' },
  hasKey: true,
  signingKey: 'RW…',
  hosts: [{ address: 'https://a.example/', checked: '2026-10-12' }],
  securityExpires: '2027-12-01',
  reviewed: '2027-01-09',
  textDays: ['2026-11-20', '2027-01-09'],
  drafts: [],
  hasPrivateWords: true,
  addresses: [{ name: 'A group', opened: '2027-01-08' }],
  unarchived: 0,
  emptyFeeds: [],
};

/** What is left to do where one thing does not hold. */
const left = (state: Partial<LaunchState>) => tasksBeforeLaunch({ ...READY, ...state });

test('asks for nothing where all is done', () => {
  assert.deepEqual(tasksBeforeLaunch(READY), []);
});

suite('asks for each thing that is left, by whom and how', () => {
  const cases: [name: string, state: Partial<LaunchState>, what: RegExp][] = [
    ['a domain', { url: 'https://lit-windows.example' }, /address of the site is a placeholder: https/],
    ['a host and no more', { url: 'https://example.org/site/' }, /is not that of a host alone: https/],
    ['a whole address', { url: 'example.org' }, /is not that of a host alone: example\.org$/],
    [
      'a mailbox',
      { contact: { ...READY.contact, mail: 'a@site.example' } },
      /contact is a placeholder: a@site/,
    ],
    ['a key', { hasKey: false }, /public key is missing: public\/key\.txt/],
    ['a key to sign with', { signingKey: '' }, /checksums of the site are not signed/],
    [
      'a further host that nobody looked at',
      { hosts: [{ address: 'https://b.example/', checked: '2026-10-11' }] },
      /^1 further host not compared for 90 days: https:\/\/b\.example\/$/,
    ],
    ['security.txt that has run out', { securityExpires: '2027-01-09' }, /holds until 2027-01-09/],
    ['security.txt that will soon run out', { securityExpires: '2027-03-10' }, /holds until 2027-03-10/],
    ['security.txt of more than a year', { securityExpires: '2028-01-10' }, /holds until 2028-01-10/],
    [
      'addresses that nobody opened',
      {
        addresses: [
          { name: 'A group', opened: undefined },
          { name: 'B', opened: '2027-01-01' },
        ],
      },
      /^1 official address never opened: A group$/,
    ],
    ['archived copies', { unarchived: 2 }, /^2 sources without an archived copy$/],
    ['feeds', { emptyFeeds: ['/statistics/'] }, /feed of \/statistics\//],
    ['drafts', { drafts: ['a.mdx', 'b.mdx'] }, /^2 drafts: a\.mdx, b\.mdx$/],
    ['the private list', { hasPrivateWords: false }, /not checked for private words/],
    ['a second reader', { reviewed: '' }, /^2 texts that no second person has read$/],
    [
      'a second reader of what is newer',
      { reviewed: '2027-01-08' },
      /^1 text that no second person has read$/,
    ],
  ];
  for (const [name, state, what] of cases)
    test(name, () => {
      const [task, ...others] = left(state);

      assert.deepEqual(others, []);
      assert.match(task?.what ?? '', what);
      assert.ok(task?.who && task.how);
    });
});

test('gives days for security.txt that it then takes', () => {
  const [task] = left({ securityExpires: '2020-01-01' });
  const days = task?.how.match(/\d{4}-\d\d-\d\d/g) ?? [];

  assert.deepEqual(days, ['2027-03-11', '2028-01-09']);
  for (const securityExpires of days) assert.deepEqual(left({ securityExpires }), []);
});
