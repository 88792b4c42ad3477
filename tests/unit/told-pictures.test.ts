import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPictures, pictureOf } from '../../src/site/told-pictures.ts';

const DRAWN = { src: 'one.jpg', url: '/assets/one.Bx3.webp', width: 1_200, height: 800 };

test('the original of a picture stands for it until pages are drawn, then the picture of its page', () => {
  assert.deepEqual(pictureOf('one.jpg'), { src: 'one.jpg', url: '/content/images/one.jpg' });

  const keep = keepPictures();
  keep(DRAWN);

  assert.deepEqual(pictureOf('one.jpg'), DRAWN);
  assert.throws(() => pictureOf('lost.jpg'), /No page shows the picture “lost\.jpg”/);
});
