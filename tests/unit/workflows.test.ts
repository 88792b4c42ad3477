import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { parse } from 'yaml';

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const FILES = globSync('.github/workflows/*.yml');
const workflows = FILES.map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, text, ...(parse(text) as Workflow) };
});
const jobs = workflows.flatMap(({ file, permissions, jobs }) =>
  Object.entries(jobs).map(([name, job]) => ({ name: `${file} ${name}`, permissions, ...job })),
);

suite('workflows', () => {
  test('take actions by commit, with the version beside it, and each in one version', () => {
    const uses = workflows.flatMap(({ text }) =>
      [...text.matchAll(/uses: (.*)/g)].map(([, use = '']) => use),
    );

    assert.ok(uses.length > 0);
    for (const use of uses) assert.match(use, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const versions = Map.groupBy(new Set(uses), (use) => use.split('@')[0]);
    assert.deepEqual(
      [...versions.values()].filter(({ length }) => length > 1),
      [],
    );
  });

  test('may read, and nothing else but to record provenance', () => {
    const more = jobs.flatMap(({ name, permissions }) =>
      Object.entries(permissions)
        .filter(([scope, right]) => scope !== 'contents' || right !== 'read')
        .map(([scope, right]) => `${name}: ${scope} ${right}`),
    );

    assert.deepEqual(more, [
      '.github/workflows/check.yml provenance: id-token write',
      '.github/workflows/check.yml provenance: attestations write',
    ]);
  });

  test('leave no credentials with the files of a checkout', () => {
    const checkouts = jobs.flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout')),
    );

    assert.equal(checkouts.length, jobs.length);
    for (const step of checkouts) assert.equal(step.with?.['persist-credentials'], false);
  });

  test('put no words of others into a command', () => {
    for (const { name, steps } of jobs)
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, name);
  });
});
