import { mock } from 'node:test';

/** What a command gives and prints. */
export async function printed(run: () => Promise<number>) {
  const said = { log: '', error: '' };
  const mocks = (['log', 'error'] as const).map((name) =>
    mock.method(console, name, (text: string) => void (said[name] += `${text}\n`)),
  );
  const status = await run().finally(() => {
    for (const one of mocks) one.mock.restore();
  });
  return { status, stdout: said.log, stderr: said.error };
}
