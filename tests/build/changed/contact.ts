import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { put } from '../copy.ts';
import type { Change } from '../changed-site.test.ts';

const MAIL = 'write@lit-windows.test';

/** The site gets a mailbox. */
export const contact: Change = {
  name: 'a mailbox stands at the foot of pages, where readers look for it, and in security.txt',
  make(root) {
    const path = 'src/site.ts';
    const text = readFileSync(join(root, path), 'utf8');
    const withMail = text.replace(/mail: '[^']+'/, `mail: '${MAIL}'`);
    assert.notEqual(withMail, text);
    put(root, path, withMail);
    put(root, 'public/contact-key.txt', 'A public key.\n');
  },

  check({ read }) {
    for (const page of ['about', 'safety', 'press', 'corrections']) {
      const html = read(`${page}/index.html`);
      assert.equal(html.match(new RegExp(`<a href="mailto:${MAIL}">${MAIL}</a>`, 'g'))?.length, 2, page);
      assert.match(html, /We answer within \d+ days?\./);
      assert.match(html, /<a href="\/contact-key\.txt">public key<\/a>/);
      assert.doesNotMatch(html, /not yet public/);
    }
    assert.match(read('.well-known/security.txt'), new RegExp(`^Contact: mailto:${MAIL}$`, 'm'));
    assert.equal(read('contact-key.txt'), 'A public key.\n');
  },
};
