/* The words of the corrections and of the feeds in English. */

export const changes = {
  title: 'Corrections',
  summary:
    'Every change of substance to a text or a figure of this site since it was published, newest first. Corrections and revisions are kept apart.',
  kinds: {
    correction: {
      label: 'Correction',
      title: 'Corrections',
      note: 'Something we had published was wrong, and was put right.',
      none: 'Nothing has been corrected so far.',
    },
    revision: {
      label: 'Revision',
      title: 'Revisions',
      note: 'Nothing was wrong when we wrote it: a source has since given a new figure or account, on schedule or not.',
      none: 'Nothing has been revised so far.',
    },
    update: {
      label: 'Update',
      title: 'Updates',
      note: 'Something was added that the text or figure did not have before.',
      none: 'Nothing has been updated so far.',
    },
  },
  keptTitle: 'How this list is kept',
  kept: 'A slip of spelling is mended without an entry; whatever alters what a reader would take away has one. Nothing is taken off the list. What was removed for a person’s safety is named without detail.',
  reportTitle: 'Report an error',
  report:
    'There is no contact address yet. Until there is one, this site has no way of its own to receive a correction.',
  allTitle: (title: string) => `All ${title.toLowerCase()}`,
  foot: 'Changes since publication',
  all: 'All corrections and changes of this site',
  /** `was` and `now` are amounts, days or quoted sentences. */
  difference: (name: string, was: string, now: string) => `${name}: was ${was}, now ${now}`,
  quoted: (text: string) => `“${text}”`,
  nothing: 'not given',
  value: 'Value',
  dateNote: 'Note on the date',
  label: 'Label',
  stage: 'Kind of counting',
  counted: 'What is counted',
};

export const feeds = {
  title: 'Feeds',
  summary:
    'What is new on this site, for programs that fetch news: all news, each topic, corrections, and changed figures, with full text.',
  use: 'A feed is a file that a feed reader fetches from time to time, so that you see what is new without a visit. Copy one of the addresses into your reader; both formats hold the same. No account is needed, and nothing in the files tells us who reads them. The host can log each fetch, as it can each page, and a reader that runs as a web service knows what you follow.',
  site: 'The whole site',
  topics: 'By topic',
  formats: { 'rss.xml': 'RSS', 'feed.json': 'JSON Feed' },
  ofPage: 'Feed of this page',
  ofFigures: 'Feed of changed figures',
  news: 'All news',
  figures: 'Changed figures',
  figuresSummary:
    'Corrections, revisions and updates of figures, each with the figure before and after it. A figure that is new is not announced here, because figures carry no day of their publication.',
  /** What follows the description in the feed itself. */
  archive: (count: number, address: string) =>
    `The feed holds the newest ${count} in full, and leads to archives with the others; all of them: ${address}`,
};
