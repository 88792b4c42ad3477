import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { forEachConcurrently } from '../rules/concurrency.ts';

/** An expression for names of files that are smaller when compressed; others are compressed in themselves. */
export const COMPRESSIBLE = '\\.(?:html|js|json|xml|svg|csv|txt|bib|ris)$';
/** As many as zlib has threads. */
const AT_ONCE = 4;
/** The highest, 11, takes many times as long and saves a tenth. */
const BROTLI_QUALITY = 9;
/** Logarithms of the least and the most that a text is looked back upon. */
const [LEAST_WINDOW, LARGEST_WINDOW] = [16, constants.BROTLI_DEFAULT_WINDOW];

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Puts `.br` and `.gz` beside the files of a folder, for servers that send them as they are. */
export async function compressFolder(folder: string): Promise<void> {
  const looks = RegExp(COMPRESSIBLE);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => looks.test(file))
    .map((file) => join(folder, file));
  await forEachConcurrently(AT_ONCE, files, async (file) => {
    const bytes = await readFile(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      // Memory for more than the text has would take most of the time.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        LARGEST_WINDOW,
        Math.max(LEAST_WINDOW, Math.ceil(Math.log2(bytes.length + 16))),
      ),
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await writeFile(`${file}.br`, await brotli(bytes, { params }));
    await writeFile(`${file}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
  });
}
