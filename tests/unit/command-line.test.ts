import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '../../src/commands/command.ts';

const options = { failed: { type: 'boolean' }, json: { type: 'string' } } as const;

test('gives the options and the words of a command', () => {
  const args = ['--failed', '--json', 'a.json', 'one'];
  const { values, positionals } = commandLine({ args, options, allowPositionals: true });

  assert.deepEqual([values.failed, values.json, positionals], [true, 'a.json', ['one']]);
});

test('says what to do about what a command does not know, in no words of a library', () => {
  const TAKES = 'The options are --failed, --json.';
  for (const [args, says] of [
    [['--faild'], `There is no option “--faild”. Did you mean “--failed”? ${TAKES}`],
    [['-x'], `There is no option “-x”. ${TAKES}`],
    [['--json'], 'The option “--json” needs a value. Write it behind the option.'],
    [['--json', '--failed'], 'The option “--json” needs a value. Write it behind the option.'],
    [['--failed=yes'], 'The option “--failed” stands alone. Take out what follows it.'],
    [
      ['two words'],
      `“two words” is no option. Take it out, or put words that belong together in quotes. ${TAKES}`,
    ],
  ] as const)
    assert.throws(() => commandLine({ args: [...args], options }), { message: says });
  assert.throws(() => commandLine({ args: ['--help'] }), {
    message: 'There is no option “--help”. This command takes none.',
  });
});
