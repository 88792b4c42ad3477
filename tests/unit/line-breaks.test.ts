import { withShortPartsKept } from '../../src/rules/line-breaks.ts';
import { gives } from './tables.ts';

gives((text) => withShortPartsKept(text, (word) => `[${word}]`), {
  'a word that begins with one or two letters before its hyphen, or a name that ends so, is kept together': {
    'In a no-fly zone.': 'In a [no-fly] zone.',
    'Kim Jong-un’s upbringing': 'Kim [Jong-un]’s upbringing',
    'a K-drama by e-mail': 'a [K-drama] by [e-mail]',
  },
  'a compound of longer parts may end a line, and numbers, dashes and addresses stay as they are': {
    'an anti-leaflet ban, Chol-hwan': 'an anti-leaflet ban, Chol-hwan',
    'a made-up break-in': 'a made-up break-in',
    'one-to-one, 2017-12 and 5-10, no - more': 'one-to-one, 2017-12 and 5-10, no - more',
    'https://example.org/a-small-wave/on-air': 'https://example.org/a-small-wave/on-air',
    'no-fly.example': 'no-fly.example',
  },
});
