import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import sharp from 'sharp';
import { contentPolicy, styleHash } from '../../src/publish/headers.ts';
import { Postflight } from '../../src/publish/postflight.ts';
import { put, temporaryFolder } from './copy.ts';

const SHEET = 'p{margin:0}';

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${contentPolicy(styleHash(SHEET))}"><title>One</title><style>${SHEET}</style></head><body>${body}</body></html>`;

const postflight = (root: string) => new Postflight(root).faults();

/** A folder with the files of a site in which nothing is wrong. */
function soundSite(t: TestContext): string {
  const root = join(temporaryFolder(t), 'stage');
  put(root, 'index.html', page('<h1 id="top">One</h1><a href="/about/#who">About</a>'));
  put(root, 'about/index.html', page('<h1 id="who">About</h1><a href="#who">Who</a> <a href="/">Home</a>'));
  put(root, '404.html', page(''));
  for (const path of [
    '_headers',
    'robots.txt',
    '.well-known/security.txt',
    'sitemap.xml',
    'sitemap-1.xml',
    'news/rss.xml',
    'news/rss-12.xml',
    'corrections/feed.json',
    'corrections/feed-1.json',
  ])
    put(root, path, '');
  for (const path of ['data/statistics.json', 'assets/search.B4-x_1.js', 'pagefind/pagefind-entry.json'])
    put(root, path, '');
  return root;
}

test('a sound site has no faults', async (t) => {
  assert.deepEqual(await postflight(soundSite(t)), []);
});

suite('what must not be published is found in the page', () => {
  const bodies: Record<string, RegExp> = {
    '<script>alert(1)</script>': /code or a style .*<script>/,
    '<SCRIPT >alert(1)</SCRIPT>': /code or a style .*<SCRIPT >/,
    '<p onclick="a()">': /code or a style .*onclick=/,
    '<p style="color:red">': /code or a style .*style=/,
    '<iframe src="/about/"></iframe>': /code or a style .*<iframe/,
    '<base href="/about/">': /code or a style .*<base/,
    '<style>p{margin:1px}</style>': /a sheet .*that the policy does not allow/,
    '<img src="https://elsewhere.example/a.png" alt="">': /asks another origin: https:\/\/elsewhere/,
    '<img src="//elsewhere.example/a.png" alt="">': /asks another origin: \/\/elsewhere/,
    '<img srcset="/about/ 1x, https://elsewhere.example/a.png 2x" alt="">': /asks another origin/,
    '<link rel="stylesheet" href="https://elsewhere.example/a.css">': /asks another origin/,
    '<form action="https://elsewhere.example/"></form>': /asks another origin/,
    '<a href="javascript:alert(1)">x</a>': /a form that is not allowed: javascript:/,
    '<a href="data:text/html,x">x</a>': /a form that is not allowed: data:/,
    '<a href="data:text/html;charset=utf-8,x" download="x.html">x</a>': /a form that is not allowed: data:/,
    '<a href="data:application/x-bibtex;charset=utf-8,x">x</a>': /a form that is not allowed: data:/,
    '<a href="//elsewhere.example/about/">x</a>': /a form that is not allowed: \/\/elsewhere/,
    '<a href="about/">x</a>': /a form that is not allowed: about\//,
    '<a href="/nowhere/">x</a>': /the link \/nowhere\/ leads nowhere/,
    '<a href="/about">x</a>': /the link \/about leads nowhere/,
    '<a href="/%E0%A4%A/">x</a>': /leads nowhere/,
    '<img src="/lost.png" alt="">': /the link \/lost\.png leads nowhere/,
    '<meta property="og:image" content="https://site.example/lost.png">':
      /the link \/lost\.png leads nowhere/,
    "<a href='/nowhere/'>x</a>": /the link \/nowhere\/ leads nowhere/,
    '<a href=/nowhere/>x</a>': /the link \/nowhere\/ leads nowhere/,
    '<form action="/nowhere/"></form>': /the link \/nowhere\/ leads nowhere/,
    "<a href='javascript:alert(1)'>x</a>": /a form that is not allowed: javascript:/,
    '<a href=javascript:alert(1)>x</a>': /a form that is not allowed: javascript:/,
    '<A HREF="JavaScript:alert(1)">x</A>': /a form that is not allowed: JavaScript:/,
    '<a href="java&#115;cript&colon;alert(1)">x</a>': /a form that is not allowed: javascript:/,
    '<a href="java\nscript:alert(1)">x</a>': /a form that is not allowed: javascript:/,
    '<a href=" /\t/elsewhere.example/">x</a>': /a form that is not allowed: \/\/elsewhere/,
    '<a href="/\\elsewhere.example/">x</a>': /a form that is not allowed: \/\\elsewhere/,
    "<img src='https://elsewhere.example/a.png' alt=''>": /asks another origin: https:/,
    '<img src=//elsewhere.example/a.png alt="">': /asks another origin: \/\/elsewhere/,
    '<img alt=">" src="https://elsewhere.example/a.png">': /asks another origin: https:/,
    '<img srcset="/about/ 1x,//elsewhere.example/a.png" alt="">': /asks another origin: \/\/elsewhere/,
    '<img src="data:image/png;base64,AAAA" alt="">': /a form that is not allowed: data:/,
    '<a href="/about/" ping="https://elsewhere.example/">x</a>': /asks another origin/,
    '<button formaction="https://elsewhere.example/">x</button>': /asks another origin/,
    '<video poster="https://elsewhere.example/a.png"></video>': /asks another origin/,
    '<svg><image href="https://elsewhere.example/a.svg"></image></svg>': /asks another origin/,
    '<svg><use xlink:href="https://elsewhere.example/a.svg#b"></use></svg>': /asks another origin/,
    '<svg><a xlink:href="javascript:alert(1)">x</a></svg>': /a form that is not allowed: javascript:/,
    '<svg><rect fill="url(https://elsewhere.example/a.svg#b)"></rect></svg>': /asks another origin/,
    '<svg><set attributeName="href" to="javascript:alert(1)"></set></svg>': /code or a style .*<set/,
    '<svg><script href="/assets/search.B4-x_1.js"></script></svg>': /code or a style .*<script/,
    '<meta http-equiv="Refresh" content="0; URL=https://elsewhere.example/">': /asks another origin/,
    '<meta http-equiv="refresh" content="0; url=/nowhere/">': /the link \/nowhere\/ leads nowhere/,
    '<meta http-equiv="set-cookie" content="a=b">': /code or a style .*<meta/,
    '<p OnClick=a()>': /code or a style .*OnClick/,
    "<p style='color:red'>": /code or a style .*style=/,
    '<iframe srcdoc="x"></iframe>': /code or a style .*<iframe/,
    '<a href="#nowhere">x</a>': /the link #nowhere leads to no place/,
    '<a href="/about/#nowhere">x</a>': /the link \/about\/#nowhere leads to no place/,
  };
  for (const [body, words] of Object.entries(bodies)) {
    test(body.slice(0, 70), async (t) => {
      const root = soundSite(t);
      put(root, 'news/2024/post/index.html', page(body));

      const faults = await postflight(root);

      assert.ok(faults.length > 0);
      for (const fault of faults) assert.match(fault, /^news\/2024\/post\/index\.html: /);
      assert.match(faults.join('\n'), words);
    });
  }
});

test('a page without a policy is a fault', async (t) => {
  const root = soundSite(t);
  put(root, 'about/index.html', page('<h1 id="who">About</h1>').replace(/<meta http-equiv[^>]*>/, ''));

  assert.match((await postflight(root)).join('\n'), /^about\/index\.html: .*no content security policy/);
});

suite('what does not belong in the site is found', () => {
  const strangers = [
    ...['notes.md', 'index.html.bak', 'assets/a.css', 'assets/code.js.map', 'data/private.csv', '.env'],
    ...['.git/config', '.prerender/entry.mjs', '.hidden/index.html', 'Picture.PNG', 'a b.png', 'evil.svg'],
    ...['run.exe', 'news/code.js', 'en/404.html', 'about/rss.xml', 'statistics/cite.ris', 'statistics.svg'],
  ];
  for (const path of strangers) {
    test(path, async (t) => {
      const root = soundSite(t);
      put(root, path, path.endsWith('.html') ? page('') : '');

      assert.ok((await postflight(root)).includes(`${path} does not belong in the site.`));
    });
  }

  test('a link to another file', async (t) => {
    const root = soundSite(t);
    symlinkSync(join(root, 'robots.txt'), join(root, 'linked.txt'));
    symlinkSync(root, join(root, 'round-and-round'));

    assert.deepEqual(await postflight(root), [
      'linked.txt does not belong in the site.',
      'round-and-round does not belong in the site.',
    ]);
  });
});

test('a policy that stands behind something, or that allows more, is a fault', async (t) => {
  const root = soundSite(t);
  const whole = page('<h1 id="who">About</h1>');
  const policy = /<meta http-equiv[^>]*>/.exec(whole)?.[0] ?? '';
  const late = whole.replace(policy, '').replace('</title>', `</title>${policy}`);
  const loose = whole.replace("default-src 'none'", "default-src 'self'");

  put(root, 'about/index.html', late);
  assert.match((await postflight(root)).join('\n'), /^about\/index\.html: .*policy before all else/);
  put(root, 'about/index.html', loose);
  assert.match(
    (await postflight(root)).join('\n'),
    /^about\/index\.html: the policy .* not that of the site/,
  );
});

test('what is written again after it was looked at is looked at again', async (t) => {
  const root = soundSite(t);
  const early = new Postflight(root);
  early.page('about/index.html');
  assert.deepEqual(await early.faults(), []);

  put(root, 'about/index.html', page('<h1 id="who">About</h1><script>alert(1)</script>'));

  assert.match((await early.faults()).join('\n'), /^about\/index\.html: code or a style/);
});

test('each page that holds a dead link is named', async (t) => {
  const root = soundSite(t);
  for (const path of ['a/index.html', 'b/index.html']) put(root, path, page('<a href="/about/#lost">x</a>'));

  const faults = await postflight(root);

  assert.deepEqual(
    faults,
    ['a', 'b'].map((path) => `${path}/index.html: the link /about/#lost leads to no place in that page.`),
  );
});

test('a picture that carries a place is a fault', async (t) => {
  const root = soundSite(t);
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: 'white' } });
  const exif = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 1/1 1/1' } };
  await picture.clone().jpeg().toFile(join(root, 'clean.jpg'));
  await picture.clone().withExif(exif).jpeg().toFile(join(root, 'placed.jpg'));

  const faults = await postflight(root);

  assert.match(faults.join('\n'), /^placed\.jpg carries .*GPS position/);
  assert.equal(faults.length, 1);
});

test('a card that is cut off, or that is no picture, is a fault', async (t) => {
  const root = soundSite(t);
  const picture = sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } });
  const whole = await picture.png({ palette: true }).toBuffer();
  const cards = { 'a/card.png': whole, 'b/card.png': whole.subarray(0, -8), 'c/card.png': '<svg></svg>' };
  for (const [path, bytes] of Object.entries(cards)) {
    put(root, path, '');
    writeFileSync(join(root, path), bytes);
  }

  const faults = await postflight(root);

  assert.deepEqual(faults, ['b/card.png carries other data.', 'c/card.png carries other data.']);
});
