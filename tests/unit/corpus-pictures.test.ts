import { test } from 'node:test';
import { PAGE, POST, validContent, type Content } from './content-tree.ts';
import { check, type Bad } from './corpus-case.ts';
import { hugePicture, picture, pictureWithPlace, truncated } from './corpus-pictures.ts';

/** A post with a review and a picture tag with these attributes. */
function withPicture(
  file: Buffer,
  attributes: string,
  review = 'safetyReview: { role: editor, date: 2024-05-01 }\n',
): Content {
  const post = (validContent()[POST] ?? '')
    .replace('draft: false\n', review)
    .replace('Some <Figure', () => `<Image ${attributes} />\n\nSome <Figure`);
  return { ...validContent(), [POST]: post, 'content/images/2024/drives.jpg': file };
}

const TAG = 'src="2024/drives.jpg" alt="Two drives" caption="Two drives" credit="The senders" people="no"';
const jpeg = await picture('jpeg');

const BAD_PICTURES: Record<string, Bad> = {
  'picture without a review': [
    withPicture(jpeg, TAG, ''),
    POST,
    2,
    1,
    'A text with a picture needs safetyReview',
  ],
  'picture without words for those who do not see it': [
    withPicture(jpeg, TAG.replace('alt="Two drives" ', '')),
    POST,
    15,
    1,
    '<Image> needs “alt”.',
  ],
  'picture with empty words for those who do not see it': [
    withPicture(jpeg, TAG.replace('alt="Two drives"', 'alt=""')),
    POST,
    15,
    1,
    '<Image>: the text in quotes is empty.',
  ],
  'picture without a credit': [
    withPicture(jpeg, TAG.replace('credit="The senders" ', '')),
    POST,
    15,
    1,
    '<Image> needs “credit”.',
  ],
  'picture that does not say whether people are to be seen': [
    withPicture(jpeg, TAG.replace(' people="no"', '')),
    POST,
    15,
    1,
    '<Image> needs “people”.',
  ],
  'picture of people without their consent': [
    withPicture(jpeg, TAG.replace('people="no"', 'people="true"')),
    POST,
    15,
    1,
    '<Image>: people are to be seen, so the consent is missing.',
  ],
  'picture of people with an empty consent': [
    withPicture(jpeg, TAG.replace('people="no"', 'people="true" consent=" "')),
    POST,
    15,
    1,
    '<Image>: the text in quotes is empty.',
  ],
  'picture of people by another word': [
    withPicture(jpeg, TAG.replace('people="no"', 'people="yes"')),
    POST,
    15,
    1,
    '<Image>: write people="no", or people="true"',
  ],
  'picture that runs code when it fails': [
    withPicture(jpeg, `${TAG} onerror="alert(1)"`),
    POST,
    15,
    1,
    '<Image> has no “onerror”.',
  ],
  'picture by another path': [
    withPicture(jpeg, TAG.replace('2024/drives.jpg', '../images/2024/drives.jpg')),
    POST,
    15,
    1,
    '<Image>: there is no picture “../images/2024/drives.jpg”.',
  ],
  'page of HTML that is named like a picture': [
    withPicture(Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), TAG),
    'content/images/2024/drives.jpg',
    1,
    1,
    'JPEG, PNG, WebP or AVIF',
  ],
  'picture with the ending of another kind': [
    withPicture(await picture('png'), TAG),
    'content/images/2024/drives.jpg',
    1,
    1,
    'PNG',
  ],
  'picture that is cut off': [
    withPicture(truncated(jpeg), TAG),
    'content/images/2024/drives.jpg',
    1,
    1,
    'damaged',
  ],
  'picture that is empty': [
    withPicture(Buffer.alloc(0), TAG),
    'content/images/2024/drives.jpg',
    1,
    1,
    'empty',
  ],
  'picture that holds the place where it was taken': [
    withPicture(await pictureWithPlace(), TAG),
    'content/images/2024/drives.jpg',
    1,
    1,
    'GPS',
  ],
  'picture of 16,000 pixels each way': [
    { ...validContent(), 'public/huge.png': hugePicture(16_000) },
    'public/huge.png',
    1,
    1,
    '16,000',
  ],
};

for (const [name, [content, path, line, column, sentence]] of Object.entries(BAD_PICTURES)) {
  test(`refuses: ${name}`, () => check(content, [{ path, line, column, words: sentence }]));
}

const page = validContent()[PAGE] ?? '';

const GOOD_PICTURES: Record<string, Content> = {
  'picture with all that it needs': withPicture(jpeg, TAG),
  'picture of people who agreed': withPicture(
    jpeg,
    TAG.replace('people="no"', 'people="true" consent="Both agreed in writing in May 2024."'),
  ),
  'gallery of pictures': {
    ...withPicture(jpeg, TAG),
    [PAGE]: page
      .replace('figures:', 'safetyReview: { role: editor, date: 2024-04-01 }\nfigures:')
      .replace('Drives.', `<Gallery title="Drives">\n\n<Image ${TAG} />\n\n<Image ${TAG} />\n\n</Gallery>`),
  },
  'pictures of every kind': {
    ...validContent(),
    'content/images/a.jpeg': jpeg,
    'content/images/b.png': await picture('png'),
    'content/images/2024/c.webp': await picture('webp'),
    'public/d.avif': await picture('avif'),
  },
};

for (const [name, content] of Object.entries(GOOD_PICTURES)) {
  test(`accepts: ${name}`, () => check(content, []));
}
