/* Words of the pictures with which links to pages are shown, in English. */

export const cards = {
  date: 'Date',
  source: 'Source',
  sources: (first: string, others: number) => `${first} and ${others} more`,
  /** A line on each part of the site, by its address. */
  sections: {
    '/program/': 'Flash Drives for Freedom: who runs it, how it works, what is claimed for it',
    '/strategy/': 'Why information is sent, and what speaks for and against it',
    '/content/': 'Films, dramas, lessons and an offline encyclopedia',
    '/how-it-travels/': 'The ways into North Korea, told in general terms only',
    '/news/': 'Reports on information sent into North Korea, summed up in our own words',
    '/statistics/': 'Every number with its source, its date and what it does not mean',
    '/give/': 'What to ask before you give a drive or money',
  } as Record<string, string>,
};
