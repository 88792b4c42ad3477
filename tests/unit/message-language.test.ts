import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { messageFor } from '../../src/checks/message-language.ts';
import ko from '../../src/checks/messages/ko.json' with { type: 'json' };

const KOREAN = 'content/ko/news/2024/law-passed.mdx';

test('a fault of a Korean text is told in Korean, with the particles that fit', () => {
  assert.equal(
    messageFor(KOREAN, 'title: “A law” is not translated. Translate it, or leave the field out.'),
    'title: “A law”는 옮기지 않은 채입니다. 옮기거나 칸을 빼십시오.',
  );
  assert.equal(
    messageFor(
      KOREAN,
      'topics: there is no topic “laww”. Did you mean “law”? The ids stand in content/data/topics.json.',
    ),
    'topics: “laww”는 없습니다. “law”를 쓰려 했습니까? 이름(id)은 content/data/topics.json에 있습니다.',
  );
  assert.equal(
    messageFor(KOREAN, 'A number of an account stands here. Take it out.'),
    '계좌 번호가 있습니다. 빼십시오.',
  );
  assert.equal(
    messageFor('content/ko/data/topics.json', '0: the original has no such words. Take them out.'),
    '0: 원문에 없는 말입니다. 빼십시오.',
  );
  assert.match(
    messageFor('src/i18n/ko.json', 'The word “menu” is missing. In English it is “Menu”.'),
    /^낱말 “menu”/,
  );
});

test('a fault of an English text is told in English, and one that has no Korean sentence too', () => {
  const message = 'This heading skips a level: #### stands below ##. Write ###.';

  assert.equal(messageFor('content/en/pages/give.mdx', message), message);
  assert.equal(messageFor('content/data/topics.json', message), message);
  assert.equal(
    messageFor(KOREAN, 'Nobody wrote this sentence. Correct it.'),
    'Nobody wrote this sentence. Correct it.',
  );
});

test('a private word is told of in English everywhere, so that its line is not shown', () => {
  const message = 'A word of the private list stands here. Take it out.';

  assert.equal(messageFor(KOREAN, message), message);
});

test('a Korean sentence has the gaps of the English one', () => {
  const gaps = (text: string) => [...new Set(text.match(/\{\d\}/g))].sort();
  const wrong = Object.entries(ko).filter(
    ([english, own]) => !gaps(own).every((gap) => gaps(english).includes(gap)),
  );

  assert.deepEqual(wrong, []);
});

/** Files whose sentences are of the facts in content/data alone, or printed in English everywhere. */
const OF_FACTS =
  /check-(?:records|figures|images)|(?:figure-words|print-problems|private-words|required-entries|published|image-metadata)\.|schemas\/(?:drawings|figures|open-data|records)/;
/** The same, in files that tell of texts too; and words that are no message. */
const OF_FACTS_TOO =
  /^(?:this is what the figure says|no event names|Add one to content\/data\/events|nothing on the site uses|Name it where it belongs|nothing cites|Cite it where|the topic \0 has this name|Only pictures and \.txt|There is no language|Texts lie in content\/\0\.|The \0 was published and is gone|Put it back, for its id|If it has to go|the spelling \0 stands|The file is missing|The file holds one list|Put square brackets|Say it in words without the number; figures)|^(?:Say first who reports|Numbers and sources are named|Delete this note)/;

/** A sentence with one sign for each gap, with the quotes or brackets around it. */
const withGaps = (text: string) =>
  text
    .replace(/“[^“”]*\0[^“”]*”|<[^<>]*\0[^<>]*>|"\0"/g, '\0')
    .replace(/[“"]?\0[”"]?/g, '\0')
    .replace(/\0(?:[ ,.:]*\0)+/g, '\0')
    .trim();

/** The sentences that a file can say of a text, as far as they are written out, with their lines. */
function sentencesIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // What describes a field, and what the code tells its own authors.
    if (ts.isNewExpression(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('.describe'))
      return visit(node.expression);
    const text = ts.isTemplateExpression(node)
      ? node.head.text + node.templateSpans.map(({ literal }) => `\0${literal.text}`).join('')
      : ts.isStringLiteralLike(node)
        ? node.text.replaceAll('$1', '\0')
        : '';
    if (/ [a-z]/.test(text) && /\.["”\0]*$/.test(text))
      for (const sentence of text.replace(/^[\0\w]+: /, '').split(/(?<=[.?!])["”]?\0? (?=[A-Z“"])/))
        found.push(
          withGaps(sentence)
            .replace(/^\0(?=[ ,:.])|\0$/g, '')
            .trim(),
        );
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((sentence) => /[a-z] [a-z]/.test(sentence) && !OF_FACTS_TOO.test(sentence));
}

test('whatever the check can say of a text or its words, it can say in Korean', () => {
  const pattern = (text: string) => new RegExp(text.split('\0').map(RegExp.escape).join('.+'), 's');
  const known = Object.keys(ko).map((key) => {
    const english = withGaps(key.replace(/\{\d\}/g, '\0'));
    return { english, looks: pattern(english) };
  });
  const files = globSync('src/{checks,schemas}/*.ts').filter((file) => !OF_FACTS.test(file));
  const left = files.flatMap((file) =>
    sentencesIn(file)
      .filter((sentence) => {
        const looks = pattern(sentence);
        return !known.some((one) => one.looks.test(sentence) || looks.test(one.english));
      })
      .map((sentence) => `${file}: ${sentence.replaceAll('\0', '…')}`),
  );

  assert.deepEqual(left, [], 'src/checks/messages/ko.json has no sentence for these');
});
