import assert from 'node:assert/strict';
import { contentReader } from '../../src/checks/check-content.ts';
import { fingerprints } from '../../src/checks/fingerprints.ts';
import { inTree, TODAY, validContent, type Content } from './content-tree.ts';

export const VERSIONS = 'content/data/versions.json';

/** The list of versions as the build would write it. */
export const publishing = (content: Content) =>
  inTree(content, async (root) => {
    const { data, ...reading } = await contentReader(root)({ today: TODAY });
    assert.ok(data);
    return JSON.stringify(fingerprints({ ...reading, data }));
  });

/** The list of the valid content. */
export const published = await publishing(validContent());
