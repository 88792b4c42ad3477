import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, keptPictures, picturesOf, PROJECT } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const CARD = 'statistics/fdff-sent-total-2020/card.png';
/** With which a kept picture begins. */
const DIGEST_BYTES = 32;
/** The kept pictures of the project, of which the copy got all. */
let before: Record<string, string>;

/** What the card of a figure says is changed. */
export const pictures: Change = {
  name: 'a figure that changes gets a new card, its old one goes, and no other is drawn again',
  make(root) {
    const path = join(root, 'content/data/statistics.json');
    const text = readFileSync(path, 'utf8');
    const changed = text.replace('drlima.net, a German blog', 'drlima.net, a blog');
    assert.notEqual(changed, text);
    writeFileSync(path, changed);
    before = keptPictures(root);
  },

  check({ root }) {
    const old = bytesOf(join(PROJECT, 'dist')) ?? {};
    const site = picturesOf(bytesOf(join(root, 'dist')) ?? {});
    const now = keptPictures(root);
    const fresh = Object.keys(now).filter((name) => now[name] !== before[name]);
    const shown = new Set(Object.values(site));
    const shownBefore = new Set(Object.values(picturesOf(old)));

    assert.notEqual(site[CARD], old[CARD]);
    assert.ok(!shown.has(old[CARD] ?? ''));
    // Two drawings can make the same picture, so pictures are compared, not files.
    const pictureIn = (name: string) =>
      readFileSync(join(root, '.build/pictures', name))
        .subarray(0, DIGEST_BYTES)
        .toString('hex');
    assert.deepEqual(new Set(Object.keys(now).map(pictureIn)), shown);
    assert.deepEqual(new Set(fresh.map(pictureIn)), shown.difference(shownBefore));
  },
};
