import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { site } from '../src/site.ts';
import { setUpChromium } from './chromium.ts';
import { FIRST_ANSWER, firstViewBytes } from './first-view.ts';
import { builtPages, KINDS } from './pages.ts';
import { answerTimes } from './search/answer-time.ts';
import { recall, type Query } from './search/recall.ts';

/*
 * Measures the built site and prints tables: bytes of each kind of page, scripts, how the
 * search answers, and Lighthouse (mobile) for one page of each kind. Run it by hand after
 * `npm run build`: `npm run measure`. Timings belong here, not into the tests.
 */

const PORT = 4398;

const sizes = builtPages()
  .map(({ address, html }) => ({
    address,
    html: html.length,
    brotli: brotliCompressSync(html).length,
    'first screen': firstViewBytes(html),
  }))
  .toSorted((a, b) => b.brotli - a.brotli);
console.log(`${sizes.length} pages; the heaviest:`);
console.table(sizes.slice(0, 12));
for (const [kind, address] of Object.entries(KINDS)) {
  const brotli = sizes.find((page) => page.address === address)?.brotli ?? 0;
  if (brotli > FIRST_ANSWER)
    console.warn(
      `Heavy: ${kind} (${address}) takes ${brotli} bytes in all, more than a first answer carries.`,
    );
}
const queries = JSON.parse(readFileSync('tests/search/queries.json', 'utf8')) as Query[];
for (const language of site.languages) {
  const { asked, atThree, reciprocalRank, failures } = recall(queries, language);
  console.log(
    `Search (${language}): of ${asked} queries ${(atThree * 100).toFixed(1)} % find their page among the first three; mean reciprocal rank ${reciprocalRank.toFixed(2)}.`,
  );
  for (const { query, found } of failures) console.log(`  ${query}: ${found.join(' ')}`);
}
console.table(
  globSync('dist/{,ko/}search/titles*.json').map((file) => ({
    file,
    brotli: brotliCompressSync(readFileSync(file)).length,
  })),
);
console.table(globSync('dist/assets/*').map((file) => ({ file, bytes: statSync(file).size })));

const server = spawn('node', ['src/commands/serve.ts'], {
  env: { ...process.env, PORT: String(PORT) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await once(server.stdout, 'data');
console.table(
  await answerTimes(`http://127.0.0.1:${PORT}/search/`, ['balloon', 'how many drives', 'baloon']),
);
const chrome = await launch({
  chromePath: setUpChromium(),
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const rows = [];
  for (const [kind, address] of Object.entries(KINDS).filter(([name]) => name !== 'wrong address')) {
    const { categories, audits } = await measured(address, chrome.port);
    const scores = Object.values(categories).map(({ title, score }) => [
      title,
      Math.round((score ?? 0) * 100),
    ]);
    const failed = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
    );
    rows.push({
      kind,
      ...Object.fromEntries(scores),
      FCP: audits['first-contentful-paint']?.displayValue,
      LCP: audits['largest-contentful-paint']?.displayValue,
      CLS: audits['cumulative-layout-shift']?.displayValue,
      below: failed.join(' '),
    });
  }
  console.table(rows);
} finally {
  chrome.kill();
  server.kill();
}

/** Lighthouse's report; a run in which Chromium painted nothing is repeated, three times at most. */
async function measured(address: string, port: number) {
  for (let attempt = 1; ; attempt++) {
    const result = await lighthouse(`http://127.0.0.1:${PORT}${address}`, {
      port,
      output: 'json',
      logLevel: 'error',
    });
    if (!result) throw new Error(`Lighthouse gave no report on ${address}.`);
    if (!result.lhr.runtimeError || attempt === 3) return result.lhr;
  }
}
