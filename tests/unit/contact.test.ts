import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlaceholder, securityText } from '../../src/rules/contact.ts';

const FILE = {
  base: 'https://lit.org/',
  mail: 'write@lit.org',
  key: '/key.txt',
  expires: '2027-10-31',
  languages: ['en', 'ko'],
};

test('takes a name that nobody can own for a placeholder, and no other', () => {
  const placeholders = [
    'a@lit.example',
    'https://lit.example',
    'https://lit.example/',
    'http://a.example:80/',
  ];
  const real = [
    'a@example.org',
    'https://example.com/',
    'https://lit.org/a.example-page/',
    'a@lit.examples.org',
  ];

  assert.deepEqual(
    placeholders.filter((address) => !isPlaceholder(address)),
    [],
  );
  assert.deepEqual(real.filter(isPlaceholder), []);
});

test('names mail, key and last day in security.txt', () => {
  assert.equal(
    securityText(FILE),
    [
      'Contact: mailto:write@lit.org',
      'Encryption: https://lit.org/key.txt',
      'Expires: 2027-10-31T23:59:59Z',
      'Preferred-Languages: en, ko',
      'Canonical: https://lit.org/.well-known/security.txt',
      'Policy: https://lit.org/safety/',
      '',
    ].join('\n'),
  );
});

test('gives no address in security.txt that nobody reads', () => {
  const text = securityText({ ...FILE, mail: 'write@lit.example' });

  assert.match(text, /^Contact: https:\/\/lit\.org\/safety\/$/m);
  assert.doesNotMatch(text, /mailto:|Encryption:/);
});
