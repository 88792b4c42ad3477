import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPageLanguage } from '../../src/site/page-language.ts';
import { gives } from './tables.ts';

const page = (language: string, body: string) => `<html lang="${language}"><body>${body}</body></html>`;
const inKorean = (body: string) =>
  inPageLanguage(page('ko', body), 'ko').replace(/^<html lang="ko"><body>|<\/body><\/html>$/g, '');

gives(inKorean, {
  'what a Korean page says in English is marked as English, once and from outside': {
    '<h1>제목</h1><div><p>An <b>English</b> text</p><p>Another</p></div>':
      '<h1>제목</h1><div lang="en"><p>An <b>English</b> text</p><p>Another</p></div>',
  },
  'words within a Korean sentence are marked where an element holds them': {
    '<p>보고서 <a href="/x/">Sun through little windows</a>에 따르면</p>':
      '<p>보고서 <a lang="en" href="/x/">Sun through little windows</a>에 따르면</p>',
  },
  'an English sentence beside Korean words is marked by itself, a name is not': {
    '<dd><b>정정:</b> The year of the film was wrong. <i>영화</i> Titanic</dd>':
      '<dd><b>정정:</b><span lang="en"> The year of the film was wrong. </span><i>영화</i> Titanic</dd>',
    '<select><option>전체</option><option>The Daily of the North</option></select>':
      '<select><option>전체</option><option lang="en">The Daily of the North</option></select>',
  },
  'initials, numbers, code and what has a language already stay as they are': {
    '<p>HRF 2024</p><code>statistics</code><span lang="de">Der Bericht</span><b>한국어</b>':
      '<p>HRF 2024</p><code>statistics</code><span lang="de">Der Bericht</span><b>한국어</b>',
  },
  'a particle fits the figure that is drawn before it': {
    '<p>보낸 것은 <a><data value="9">9,668개</data></a>이(가) 아니라 <a>서울</a>을(를)</p>':
      '<p>보낸 것은 <a><data value="9">9,668개</data></a>가 아니라 <a>서울</a>을</p>',
  },
});

test('a word with a short part stays on one line, but not in a control, which holds words alone', () => {
  assert.equal(
    inPageLanguage(page('en', '<p title="no-fly">A no-fly zone</p><option>no-fly</option>'), 'en'),
    page('en', '<p title="no-fly">A <span data-whole>no-fly</span> zone</p><option>no-fly</option>'),
  );
});

test('what an English page says in Korean is marked as Korean', () => {
  assert.equal(
    inPageLanguage(page('en', '<p>The term <i>대북전단</i></p><p>서울은</p>'), 'en'),
    page('en', '<p>The term <i lang="ko">대북전단</i></p><p lang="ko">서울은</p>'),
  );
});

test('a Korean line does not break before a particle behind a bracket, but a new paragraph is a new line', () => {
  assert.equal(
    inKorean(
      '<p>독자 <a href="/x/"><data value="1">135만 명(추정)</data></a>이라고</p><p>글(1)</p><p>다음</p>',
    ),
    '<p>독자 <a href="/x/"><data value="1">135만\u00a0명(추정)</data></a>\u2060이라고</p><p>글(1)</p><p>다음</p>',
  );
});
