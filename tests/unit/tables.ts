import assert from 'node:assert/strict';
import { test } from 'node:test';

/** Makes a test of each name: what a function gives for each text. */
export function gives<Result>(
  tell: (text: string) => Result,
  cases: Readonly<Record<string, Readonly<Record<string, Result>>>>,
): void {
  for (const [name, results] of Object.entries(cases))
    test(name, () => {
      for (const [text, result] of Object.entries(results)) assert.deepEqual(tell(text), result, text);
    });
}
