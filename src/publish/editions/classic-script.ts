import { globSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const BROWSER = join(import.meta.dirname, '../../browser');
/** What asks a host has a stand-in of the same name there, which asks the disk. */
const FROM_DISK = join(BROWSER, 'from-disk');
const ENTRY = 'all-elements';

/** All that runs in the browser as one script of the old kind, the only kind that browsers run from a disk. */
export async function classicScript(): Promise<string> {
  const modules = globSync('*.ts', { cwd: BROWSER }).sort();
  const standIns = globSync('*.ts', { cwd: FROM_DISK });
  const bundle = await rolldown({
    input: ENTRY,
    plugins: [
      {
        name: 'from-disk',
        resolveId(name) {
          if (name === ENTRY) return ENTRY;
          const standIn = standIns.find((file) => name === `./${file}`);
          return standIn && join(FROM_DISK, standIn);
        },
        load: (id) =>
          id === ENTRY
            ? modules.map((file) => `import ${JSON.stringify(join(BROWSER, file))};`).join('\n')
            : undefined,
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
