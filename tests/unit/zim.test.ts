import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';
import { makeZim, withoutChance } from '../../src/publish/editions/zim.ts';

const INDEX = '\x0f\x0dXapian Glass';

/** A file as zimwriterfs ends it: a head with an identifier, an index with another, and a sum over both. */
function zim(chance: string): Buffer {
  const index = Buffer.from(`${INDEX}vv${chance.repeat(16)} words`, 'latin1');
  const file = Buffer.concat([Buffer.alloc(80, 1), index, Buffer.alloc(16)]);
  file.write(chance.repeat(16), 8, 'latin1');
  file.writeBigUInt64LE(BigInt(80 + index.length), 72);
  return file;
}

suite('the ZIM file', () => {
  test('is the same whatever its programs drew by chance', () => {
    assert.deepEqual(withoutChance(zim('a'), 'version'), withoutChance(zim('b'), 'version'));
    assert.notDeepEqual(withoutChance(zim('a'), 'version'), withoutChance(zim('a'), 'another'));
  });

  test('keeps all else, and its sum holds', () => {
    const fixed = withoutChance(zim('a'), 'version');
    const end = fixed.length - 16;

    assert.equal(fixed.length, zim('a').length);
    assert.deepEqual(fixed.subarray(24, 96), zim('a').subarray(24, 96));
    assert.equal(fixed.toString('latin1', end - 6, end), ' words');
    assert.deepEqual(fixed.subarray(end), createHash('md5').update(fixed.subarray(0, end)).digest());
  });

  test('says in one sentence how to get the programs that are missing', async (t) => {
    const { PATH } = process.env;
    t.after(() => (process.env['PATH'] = PATH));
    process.env['PATH'] = '';

    await assert.rejects(
      makeZim({ folder: 'nowhere', address: '', files: [], version: '', date: '' }, 'nowhere.zim'),
      { message: /^A ZIM file needs zimwriterfs and faketime\. .*“apt install zim-tools faketime”[^\n]*$/ },
    );
  });
});
