import { readFileSync } from 'node:fs';
import { PAGE, POST, validContent, type Content } from './content-tree.ts';
import { accepts, refuses } from './corpus-case.ts';
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

/** The post with a passage of the picture tag written in another way. */
const tagged = (passage: string, instead: string) => withPicture(jpeg, TAG.replace(passage, instead));
const GUIDE = 'content/guide/pictures.md';
const guide = readFileSync(GUIDE, 'utf8');
const PICTURE = 'content/images/2024/drives.jpg';

refuses(POST, {
  'picture without a review': [withPicture(jpeg, TAG, ''), '2:1 A text with a picture needs safetyReview'],
  'picture without words for those who do not see it': [
    tagged('alt="Two drives" ', ''),
    '15:1 <Image> needs “alt”.',
  ],
  'picture with empty words for those who do not see it': [
    tagged('alt="Two drives"', 'alt=""'),
    '15:1 <Image>: the text in quotes is empty.',
  ],
  ...Object.fromEntries(
    ['drives', '2024/drives.jpg', 'IMG_2041', 'Photo'].map((alt) => [
      `picture with “${alt}” for those who do not see it`,
      [
        tagged('alt="Two drives"', `alt="${alt}"`),
        '15:1 The words of alt="…" name a file, or say no more',
      ] as const,
    ]),
  ),
  'picture with “사진 1” for those who do not see it': [
    tagged('alt="Two drives"', 'alt="사진 1"'),
    '15:1 The words of alt="…" name a file, or say no more',
    '15:1 “사진 1” is not translated. Translate it.',
  ],
  'picture without a credit': [tagged('credit="The senders" ', ''), '15:1 <Image> needs “credit”.'],
  'picture that does not say whether people are to be seen': [
    tagged(' people="no"', ''),
    '15:1 <Image> needs “people”.',
  ],
  'picture of people without their consent': [
    tagged('people="no"', 'people="true"'),
    '15:1 <Image>: people are to be seen, so the consent is missing.',
  ],
  'picture of people with an empty consent': [
    tagged('people="no"', 'people="true" consent=" "'),
    '15:1 <Image>: the text in quotes is empty.',
  ],
  'picture of people by another word': [
    tagged('people="no"', 'people="yes"'),
    '15:1 <Image>: write people="no", or people="true"',
  ],
  'picture that runs code when it fails': [
    withPicture(jpeg, `${TAG} onerror="alert(1)"`),
    '15:1 <Image> has no “onerror”.',
  ],
  'picture by another path': [
    tagged('2024/drives.jpg', '../images/2024/drives.jpg'),
    '15:1 <Image>: there is no picture “../images/2024/drives.jpg”.',
  ],
  'page of HTML that is named like a picture': [
    withPicture(Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), TAG),
    `${PICTURE}:1:1 JPEG, PNG, WebP or AVIF`,
  ],
  'picture with the ending of another kind': [withPicture(await picture('png'), TAG), `${PICTURE}:1:1 PNG`],
  'picture that is cut off': [withPicture(truncated(jpeg), TAG), `${PICTURE}:1:1 damaged`],
  'picture that is empty': [withPicture(Buffer.alloc(0), TAG), `${PICTURE}:1:1 empty`],
  'picture that holds the place where it was taken': [
    withPicture(await pictureWithPlace(), TAG),
    `${PICTURE}:1:1 GPS`,
  ],
  'picture of 16,000 pixels each way': [
    { ...validContent(), 'public/huge.png': hugePicture(16_000) },
    'public/huge.png:1:1 16,000',
  ],
});

const page = validContent()[PAGE] ?? '';

accepts({
  'picture with all that it needs': withPicture(jpeg, TAG),
  'picture as the guide shows it': {
    ...withPicture(
      jpeg,
      TAG.replace('"The senders"', '"Photo: Example Group"'),
      `${/safetyReview:\n.*\n.*\n/.exec(guide)?.[0]}`.replace(/2026-\S+/, '2024-05-01'),
    ),
    [GUIDE]: guide,
  },
  'picture with a credit in Korean': tagged('"The senders"', '"사진: 예시 단체"'),
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
});
