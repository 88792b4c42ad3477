import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGES } from '../../src/rules/vocabulary.ts';
import { ANCHORS, certaintyAddress, methodAddress, termAddress } from '../../src/rules/method-anchors.ts';

test('each kind of counting leads to a section of the page of methods', () => {
  const addresses = STAGES.map((stage) => methodAddress(stage));

  for (const address of addresses)
    assert.ok(
      ANCHORS.some((anchor) => address === `/method/#${anchor}`),
      address,
    );
});

test('the points that a drive passes have a section each', () => {
  const addresses = (['collected', 'prepared', 'sent', 'arrived', 'reached'] as const).map((stage) =>
    methodAddress(stage),
  );

  assert.equal(new Set(addresses).size, 5);
  assert.equal(methodAddress('sent'), '/method/#sent');
});

test('a term leads to the section of its name, and nowhere where there is none', () => {
  const addresses = ['reached', 'claimed', 'balloon', 'device', 'constructor'].map((id) => termAddress(id));

  assert.deepEqual(addresses, ['/method/#reached', certaintyAddress(), undefined, undefined, undefined]);
});
