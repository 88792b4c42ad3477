/* Texts and entries of data in which nothing is wrong. */

export const post = `---
kind: coverage
title: "A law is passed"
summary: "The report says what the law forbids and when it is to take effect."
date: 2024-03-14
added: 2024-04-01
topics: [law]
certainty: reported
publisher: "The Daily"
url: https://example.org/law
language: en
draft: false
---

Some <Figure id="sent-2021" /> were sent <Source id="the-report" />.
`;

export const category = `---
title: Books on drives
summary: Books are sent as files, from memoirs to novels, so the groups say.
updated: 2024-04-01
order: 1
examples:
  - title: A novel
    why: It shows a harbour
    namedBy: senders
    source: the-report
---

Text.
`;

export const home = `---
title: A record of what is sent
summary: What is known of drives that are sent, who says so, and what it does not mean.
updated: 2024-04-01
---

See [how to give](/give/).
`;

export const page = `---
title: How to give
summary: How drives are given, to whom, and what is known of their way.
updated: 2024-04-01
figures: [sent-2021]
---

The chart:

<Chart id="sent" />

## What to give

Drives.
`;

export const method = `---
title: How figures are chosen
summary: How figures are chosen, and what each kind of counting means and does not.
updated: 2024-04-01
---

${['Collected', 'Prepared', 'Sent', 'Arrived', 'Reached', 'Aims', 'Hours', 'Cargo', 'Surveys', 'Law', 'Other figures', 'Certainty'].map((heading) => `## ${heading}\n\nWhat it means.\n`).join('\n')}`;

export const glossary = `---
title: Terms and names
summary: What the words mean here, and how each name is written on this site.
updated: 2024-04-01
---

<Glossary />
`;

export const figure = {
  label: 'Drives sent',
  value: 1000,
  qualifier: 'about',
  unit: 'drives',
  stage: 'sent',
  counted: 'Drives handed to partner groups.',
  reportedBy: 'The senders',
  sources: ['the-report'],
  method: 'Not known to us.',
  notMeaning: 'Sent is not arrived.',
  certainty: 'reported',
  topics: ['law'],
  checked: '2024-04-01',
};

export const readers = {
  id: 'fdff-readers-per-device',
  ...figure,
  label: 'Readers of one drive',
  value: 10,
  unit: 'people',
  stage: 'context',
  asOf: '2022',
};

export const share = {
  id: 'share-who-read',
  ...figure,
  label: 'Share of those asked who read',
  value: 40,
  unit: 'percent',
  stage: 'share',
  asOf: '2022',
};

export const source = { publisher: 'The Daily', language: 'en', date: '2022', read: '2024' };

export const organisation = {
  role: 'A group that sends drives over the border.',
  checked: '2024-04-01',
  checkedHow: 'A stored copy of its page was read.',
  sources: ['the-report'],
};
