import assert from 'node:assert/strict';
import { contentReader } from '../../src/checks/check-content.ts';
import { inTree, POST, TODAY, validContent } from './content-tree.ts';

export const KOREAN_POST = POST.replace('/en/', '/ko/');
export const FIGURES = 'content/ko/data/figures.json';
export const translated = `---
title: "법이 통과됐습니다"
summary: "보도는 법이 무엇을 금하고 언제 시행되는지를 전합니다."
follows: 1
---

<Figure id="sent-2021" /> 보냈습니다. <Source id="the-report" />
`;

/** The valid content with a translation of its post, and a passage of it written in another way. */
export function withTranslation(passage = '', instead = ''): Record<string, string> {
  assert.ok(translated.includes(passage), passage);
  return { ...validContent(), [KOREAN_POST]: translated.replace(passage, () => instead) };
}

/** The valid content with Korean words for its figures. */
export const withWords = (words: unknown) => ({
  ...validContent(),
  [FIGURES]: `${JSON.stringify(words, null, 2)}\n`,
});

export const readingOf = (content: Record<string, string>) =>
  inTree(content, (root) => contentReader(root)({ today: TODAY }));
