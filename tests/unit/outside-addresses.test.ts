import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyFault, pageKept } from '../../src/checks/check-texts.ts';
import { outsideFault } from '../../src/checks/check-links.ts';
import { isList } from '../../src/checks/list-addresses.ts';
import { addressFault, pageBehind } from '../../src/checks/outside-addresses.ts';

const REAL = 'https://example.org/report';

test('offers the real address of a wrapped one', () => {
  const wrapped = [
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Freport&data=05%7Ca.person%40example.net',
    'https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Freport&usg=AOv',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Freport%3Ffbclid%3D1&h=AT0',
    'https://example-org.translate.goog/report?_x_tr_sl=ko&_x_tr_tl=en',
    'https://urldefense.com/v3/__https://example.org/report__;!!abc$',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_report&d=DwMFaQ',
    'https://www.google.com/amp/s/example.org/report',
    'https://example-org.cdn.ampproject.org/c/s/example.org/report',
    'https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Freport&rut=1',
    'https://r.search.yahoo.com/_ylt=A/RU=https%3a%2f%2fexample.org%2freport/RK=2/RS=x-',
    'https://www.bing.com/ck/a?&p=1&u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9yZXBvcnQ&ntb=1',
    'https://12ft.io/https://example.org/report',
    'https://secure-web.cisco.com/1abc/https%253A%252F%252Fexample.org%252Freport',
    'https://slack-redir.net/link?url=https%3A%2F%2Fexample.org%2Freport',
    'https://vk.com/away.php?to=https%3A%2F%2Fexample.org%2Freport',
  ];

  const missed = wrapped.filter((url) => !addressFault(url)?.endsWith(`Write the real address: “${REAL}”.`));

  assert.deepEqual(missed, []);
});

test('offers the address without what follows the reader or is a session', () => {
  const parts = [
    ...['utm_source=a', 'fbclid=1', 'gclid=1', 'si=abc', 'igsh=1'],
    ...['igshid=1', 'mc_cid=1', 'ref=home', 'mkt_tok=1'],
    ...['_hsenc=1', 'cmpid=1', 'guccounter=1', 'feature=share'],
    ...['PHPSESSID=12ab34cd', 'token=abcdefgh', 'amp=1'],
    ...['jsessionid=12ab34cd', 'access_token=abcdefgh', 'ouid=1', 'username=me'],
  ];

  const missed = parts.filter((part) => !addressFault(`${REAL}?${part}`)?.includes(`Write “${REAL}”`));

  assert.deepEqual(missed, []);
  assert.match(addressFault(`${REAL}#utm_source=a`) ?? '', /follows the reader/);
  assert.match(addressFault(`${REAL};jsessionid=12AB`) ?? '', /session/);
});

test('offers the address without what follows the reader on one site or another', () => {
  const shared: Record<string, string> = {
    'https://n.news.naver.com/article/001/0014': 'cds=news_my',
    'https://v.daum.net/v/2026031': 'x_trkm=t',
    [`${REAL}/a`]: 'unlocked_article_code=1.abc.def',
    [`${REAL}/b`]: 'rdt=12345&regi_id=123456&sfmc_id=123456',
    [`${REAL}/c`]: 'gaa_at=eafs&gaa_n=abc&gaa_sig=xyz&gift=abc123def',
    [`${REAL}/d`]: 'link_source=ta_thread&trackingCode=rss',
    'https://www.tiktok.com/@x/video/1': '_t=8abc&_r=1',
    'https://medium.com/p/abc': 'sk=abc123&source=friends_link',
    'https://example.substack.com/p/x': 'r=1abcd',
    'https://www.amazon.com/dp/B000': 'tag=abc-20',
    'https://www.ft.com/content/x': 'shareType=gift',
    'https://www.wsj.com/articles/x': 'st=abc123&reflink=desktopwebshare_permalink',
    'https://www.economist.com/x': 'giftId=abc',
    'https://ko.wikipedia.org/wiki/A': 'wprov=sfla1',
  };

  const missed = Object.entries(shared).filter(
    ([page, parts]) => !addressFault(`${page}?${parts}`)?.includes(`follows the reader. Write “${page}”.`),
  );

  assert.deepEqual(missed, []);
  assert.equal(addressFault('https://example.org/list?r=1&st=2&sk=3&tag=4'), undefined);
  assert.match(addressFault('https://www.reddit.com/r/a/s/AbCdEf') ?? '', /by way of another site/);
  assert.match(addressFault('https://scholar.google.com/scholar?q=abc') ?? '', /results of a search/);
});

test('tells a list, a search and an account from a report', () => {
  const lists = [
    ...[
      'https://example.org/tag/leaflets',
      'https://example.org/en/topics/law/',
      'https://example.org/search?q=law',
    ],
    ...[
      'https://example.org/?s=law',
      'https://www.youtube.com/@somebody',
      'https://www.youtube.com/channel/UC1/videos',
    ],
    ...['https://x.com/somebody', 'https://www.youtube.com/results?search_query=law'],
  ];
  const reports = [
    ...['https://example.org/topics/law/a-report', 'https://example.org/record/59665?search=1'],
    ...['https://example.org/30/?q=YTo&bmode=view', 'https://www.youtube.com/watch?v=abcdefghijk'],
    ...['https://x.com/somebody/status/1', 'https://web.archive.org/web/2023/https://example.org/tag/a'],
    ...['https://example.org/research/report', 'https://www.facebook.com/watch/?v=1'],
  ];

  assert.deepEqual([lists.filter((url) => !isList(url)), reports.filter(isList)], [[], []]);
});

test('refuses what leads to a person, a place or a time, and does not print it', () => {
  const secrets = [
    [`${REAL}?email=a.person%40example.net`, 'person'],
    [`${REAL}/a.person%2540example.net`, 'person'],
    [`${REAL}?X-Amz-Credential=AKIA&X-Amz-Signature=12ab`, 'AKIA'],
    [`${REAL}?sv=2020&sig=abcdefghijklmnop1234`, 'abcdefgh'],
    ['https://user:pass@example.org/', 'pass'],
    [`${REAL}?x=eyJhbGciOiJI.eyJzdWIiOiIx.sig`, 'eyJ'],
  ];

  for (const [url = '', secret = ''] of secrets) {
    const fault = addressFault(url);

    assert.match(fault ?? '', /^The address “https:\/\/example\.org\/…” /, url);
    assert.doesNotMatch(fault ?? '', new RegExp(secret));
  }
  const others = [
    'https://contoso-my.sharepoint.com/personal/a_person_contoso_com/Documents/x.pdf',
    'https://drive.google.com/drive/u/0/folders/1abc',
    'https://www.google.com/maps/@37.5665,126.9780,15z',
    'https://wa.me/821012345678',
    ...[
      'https://bit.ly/abc',
      'https://t.co/abc',
      'https://han.gl/abc',
      'https://protect-us.mimecast.com/s/abc',
    ],
  ];
  assert.deepEqual(
    others.filter((url) => addressFault(url) === undefined),
    [],
  );
});

test('takes addresses that lead straight to a page, in every script', () => {
  const urls = [
    ...['https://web.archive.org/web/2020/https://example.org/report', 'https://archive.ph/abc', REAL],
    ...['https://n.news.naver.com/mnews/article/001/0001?sid=104', 'https://medium.com/@name/post-1'],
    ...[
      'https://www.youtube.com/watch?v=abc',
      `${REAL}?id=5&page=2`,
      'https://example.org/wiki/Tower_(Pyongyang)',
    ],
    ...['https://한국.kr/보고', 'https://xn--3e0b707e.kr/', `${REAL}#:~:text=so%20it%20says`],
    'https://board.example.org/?page_id=1182&uid=35918&mod=document',
  ];

  const faults = urls.flatMap((url) => outsideFault(url, new Set(['flashdrivesforfreedom.org'])) ?? []);

  assert.deepEqual(faults, []);
});

test('refuses a host in another script that looks like an official one, or mixes scripts', () => {
  const hosts = new Set(['flashdrivesforfreedom.org', 'dailynk.com']);
  const urls = ['https://flаshdrivesforfreedom.org/', 'https://dаilynk.com/', 'https://xn--ailynk-9nf.com/'];

  assert.deepEqual(
    urls.filter((url) => !/looks like|several scripts/.test(outsideFault(url, hosts) ?? '')),
    [],
  );
  assert.match(outsideFault('https://exаmple.org/', hosts) ?? '', /several scripts/);
});

test('knows one page by all its addresses, and others by theirs', () => {
  const same = [
    ...[
      'http://example.org/law',
      'https://EXAMPLE.org/law',
      'https://example.org:443/law',
      'https://example.org/law?',
    ],
    ...[
      'https://example.org/%6Caw',
      'https://m.example.org/law',
      'https://www.example.org/law/',
      'https://example.org//law',
    ],
    ...[
      'https://example.org/law#part',
      'https://example.org/law?ref=x',
      'https://example.org/law/amp',
      'https://example.org./law',
    ],
    'https://example.org/law?utm_source=a',
  ];

  assert.equal(new Set(same.map(pageBehind)).size, 1);
  assert.equal(pageBehind('https://youtu.be/abc'), pageBehind('https://www.youtube.com/watch?v=abc&t=5'));
  const others = [
    'https://example.org/laws',
    'https://example.org/law?id=1',
    'https://example.org/law?id=2',
    'https://a.example.org/law',
  ];
  assert.equal(new Set([...others, same[0] ?? ''].map(pageBehind)).size, 5);
});

test('an address holds no sign that nobody sees, as typed or in codes', () => {
  const unseen = ['\u200E', '\u00AD', '\u200D', '\u200B', '%E2%80%8E', '%C2%AD', '%25C2%25AD'];
  const missed = unseen.filter((sign) => !addressFault(`${REAL}/a${sign}`)?.includes('nobody sees (U+'));

  assert.deepEqual(missed, []);
  // Persian words have joiners within.
  assert.equal(
    addressFault('https://example.org/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85'),
    undefined,
  );
});

test('an address is whole, and has no code of a page in it', () => {
  const said: Record<string, RegExp> = {
    [`${REAL}/a…`]: /is cut short/,
    [`${REAL}?a=1&amp;utm_source=b`]: /“&amp;” stands for a sign/,
    [`${REAL}）`]: /takes in a sign/,
    [`${REAL}」`]: /takes in a sign/,
  };
  for (const [url, looks] of Object.entries(said)) assert.match(addressFault(url) ?? '', looks, url);
  assert.equal(addressFault(`${REAL}?amp=2&b=R%26D`), undefined);
});

test('a copy has its day, and stands for the page that it keeps', () => {
  const today = '2024-06-01';
  for (const copy of [`https://web.archive.org/save/${REAL}`, `https://web.archive.org/web/${REAL}`])
    assert.match(copyFault(copy, REAL, '2024-01', today) ?? '', /asks an archive for a copy/, copy);
  for (const copy of [`https://web.archive.org/web/20240401/${REAL}`, 'https://archive.ph/AbCdE'])
    assert.equal(copyFault(copy, REAL, '2024-01', today), undefined, copy);
  assert.equal(pageKept(`https://web.archive.org/web/20240401/${REAL}/`), pageKept(REAL));
});
