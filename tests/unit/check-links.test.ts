import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideFault, wordsFault } from '../../src/checks/check-links.ts';

/** The official hosts of the real content, without www. */
const hosts = new Set([
  ...['hrf.org', 'flashdrivesforfreedom.org', 'nksc.us', 'nkinsider.org', 'dailynk.com', 'lumen.global'],
  ...['kiwix.org', 'en.nkdb.org'],
]);

test('takes official addresses, their pages and the hosts below them', () => {
  const urls = [
    'https://hrf.org/a/b?c=d#e',
    'https://www.flashdrivesforfreedom.org',
    'https://archive.hrf.org/',
    'http://nksc.us/',
  ];

  const faults = urls.map((url) => outsideFault(url, hosts));

  assert.deepEqual(new Set(faults), new Set([undefined]));
});

test('takes real sites whose names are a little like an official one', () => {
  const names = 'hrw.org rfa.org nknews.org nksc.co.kr northkoreatech.org lumen.com daily.nk.kr'.split(' ');
  const others = ['humanrightsfoundation.org', 'example.org', 'kode.co.kr', 'thedailynews.com', 'kiwi.com'];

  const faults = [...names, ...others].map((name) => outsideFault(`https://${name}/`, hosts));

  assert.deepEqual(new Set(faults), new Set([undefined]));
});

test('names the official address that another one looks like', () => {
  const names = [
    ...['flashdrivesforfreedom.net', 'flashdriveforfreedom.org', 'flashdrivesforfreed0m.org'],
    ...['flashdrivesforfreedorn.org', 'flash-drives-for-freedom.org'],
    ...['flashdrivesforfreedom.org.evil.com', 'flashdrivesforfreedom-help.com'],
    ...['xflashdrivesforfreedom.org', 'h-rf.org', 'hrf.org-donate.com', 'nk1nsider.org', 'dailynk.net'],
    ...['kiwlx.org'],
  ];

  const missed = names.filter((name) => !/looks like “/.test(outsideFault(`https://${name}/`, hosts) ?? ''));

  assert.deepEqual(missed, []);
});

test('refuses addresses that are no public site, carry a name or follow the reader', () => {
  const urls = [
    ...['https://localhost/', 'https://127.0.0.1/', 'https://[::1]/', 'https://example.org./'],
    ...['https://user@example.org/', 'https://flаshdrivesforfreedom.org/'],
    ...['https://example.org/?a=1&utm_medium=x', 'https:example.org', 'https:///example.org', 'https://'],
  ];

  const missed = urls.filter((url) => !outsideFault(url, hosts)?.startsWith('The address “'));

  assert.deepEqual(missed, []);
});

test('wants words that are an address to be the address of the link', () => {
  const faults = [
    wordsFault('flashdrivesforfreedom.org', 'https://example.org/', hosts),
    wordsFault('https://a.example.org/x', 'https://example.org/', hosts),
    wordsFault('www.example.org', 'https://www.example.com/', hosts),
  ];

  for (const fault of faults) assert.match(fault ?? '', /^The words of the link name “/);
});

test('takes words that are no address, and those that are the same', () => {
  const faults = [
    wordsFault('Node.js', 'https://nodejs.org/', hosts),
    wordsFault('the site of hrf.org', 'https://example.org/', hosts),
    wordsFault('hrf.org', 'https://www.hrf.org/programs', hosts),
    wordsFault('https://hrf.org/a', 'https://hrf.org/b', hosts),
    wordsFault('hrf.org', '/sources/', hosts),
  ];

  assert.deepEqual(new Set(faults), new Set([undefined]));
});
