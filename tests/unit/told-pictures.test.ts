import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureOf, waitForPictures } from '../../src/site/told-pictures.ts';

const DRAWN = { src: 'one.jpg', url: '/assets/one.webp', width: 800, height: 600 };

test('while nobody tells of pictures, the original is shown', () => {
  assert.deepEqual(pictureOf('one.jpg'), { src: 'one.jpg', url: '/content/images/one.jpg' });
});

test('a picture is waited for until it is told of, and one of which no page tells is a fault', async () => {
  const { tell, end } = waitForPictures();
  const [early, lost] = [pictureOf('one.jpg'), pictureOf('lost.jpg')];

  tell(DRAWN);
  end();

  assert.deepEqual(await early, DRAWN);
  assert.deepEqual(await pictureOf('one.jpg'), DRAWN);
  await assert.rejects(async () => lost, /No page shows the picture “lost\.jpg”/);
  await assert.rejects(async () => pictureOf('late.jpg'), /No page shows the picture “late\.jpg”/);
});
