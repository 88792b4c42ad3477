import type { OpenContent } from '../../src/site/open-data/records.ts';

/** One figure with its source, a report that cites it, an event and a law. */
export function content(): OpenContent {
  const changes = [{ date: '2026-03-02', kind: 'update' as const, what: 'A second source was added.' }];
  return {
    figures: [
      {
        id: 'sent-2021',
        label: 'Drives sent',
        range: { from: 1000, to: 2000 },
        qualifier: 'about',
        unit: 'drives',
        stage: 'sent',
        counted: 'Drives handed over.',
        period: { from: '2020', to: '2021-05' },
        reportedBy: 'The senders',
        method: 'Not known to us.',
        notMeaning: 'Not drives that arrived.',
        certainty: 'reported',
        topics: ['law', 'fdff'],
        sources: ['2024/a-law'],
        crossChecks: [],
        parts: [],
        conflicts: [],
        checked: '2026-02-01',
        changes,
        address: '/statistics/sent-2021/',
      },
    ],
    charts: [],
    sources: [
      {
        changes: [],
        id: '2024/a-law',
        title: 'A law is passed',
        publisher: 'The Daily',
        url: 'https://daily.example/law',
        language: 'en',
        date: '2024-03',
        address: '/news/2024/a-law/',
        isPost: true,
      },
    ],
    posts: [
      {
        id: '2024/a-law',
        address: '/news/2024/a-law/',
        data: {
          kind: 'coverage',
          title: 'A law is passed',
          summary: 'What the law forbids, and who voted for it in the end.',
          date: '2024-03',
          added: '2026-01-15',
          topics: ['law'],
          certainty: 'reported',
          changes: [],
          safetyReview: { role: 'second editor', date: '2026-01-15' },
          allowedWords: [{ word: 'a private word', reason: 'It stands in a title.' }],
          draft: false,
          publisher: 'The Daily',
          url: 'https://daily.example/law',
          language: 'en',
        },
      },
    ],
    events: [
      {
        id: 'law-passed',
        address: '/timeline/law/#law-passed',
        date: '2024-03',
        kind: 'law',
        title: 'A law is passed',
        text: 'The law forbids what was free before.',
        law: 'the-law',
        figures: [],
        sources: ['2024/a-law'],
        certainty: 'official',
        changes: [],
      },
    ],
    laws: [
      {
        id: 'the-law',
        address: '/timeline/law/#the-law',
        name: 'Law on balloons',
        country: 'kr',
        text: 'It forbids launches near the border.',
        from: '2024-03',
        status: 'in-force',
        figures: ['sent-2021'],
        sources: ['2024/a-law'],
        changes: [],
      },
    ],
  };
}
