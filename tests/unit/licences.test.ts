import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

/*
 * Under which licences the packages stand that the project installs. A new licence, or a
 * package of an odd one, is a decision that somebody makes and writes down here.
 */

/** Those that ask for no more than to name them. */
const FREE = 'MIT ISC Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 Python-2.0 Zlib'.split(
  ' ',
);
/** Fonts, and programs whose own files stay free and are used as they come. */
const KEPT_AS_THEY_ARE = ['OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later'];
const ALLOWED = new Set([...FREE, ...KEPT_AS_THEY_ARE]);

/** Others, of which the site holds nothing: tests alone use them. */
const ODD: Readonly<Record<string, string>> = {
  citeproc: 'CPAL-1.0 OR AGPL-1.0: writes the citations against which ours are tested',
  jschardet: 'LGPL-2.1+: below the package that reads our data package in a test',
  tv4: 'public domain or MIT, named as a list: below the same package',
};

/** Whether an expression of SPDX leaves a way on which each licence is allowed. */
function isAllowed(expression: string): boolean {
  const ways = expression.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return ways.some((way) => way.split(' AND ').every((licence) => ALLOWED.has(licence)));
}

interface Entry {
  license?: unknown;
  dev?: boolean;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }));

suite('licences', () => {
  test('each package has one that is allowed, or is odd and never part of the site', () => {
    const refused = installed.filter(
      ({ name, license, dev }) =>
        !(typeof license === 'string' && isAllowed(license)) && !(Object.hasOwn(ODD, name) && dev),
    );

    assert.deepEqual(
      refused.map(({ name, license }) => `${name}: ${JSON.stringify(license)}`),
      [],
    );
  });

  test('no odd package is named that is gone', () => {
    const names = new Set(installed.map(({ name }) => name));
    assert.deepEqual(
      Object.keys(ODD).filter((name) => !names.has(name)),
      [],
    );
  });

  test('a choice counts where one way is allowed, a sum where all are', () => {
    assert.ok(isAllowed('(MIT OR GPL-3.0-or-later)'));
    assert.ok(isAllowed('Apache-2.0 AND LGPL-3.0-or-later'));
    for (const odd of ['GPL-3.0-only', 'MIT AND AGPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x'])
      assert.ok(!isAllowed(odd), odd);
  });
});
