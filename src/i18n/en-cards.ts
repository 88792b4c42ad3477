/* Words of the pictures with which links to pages are shown, in English. */

export const cards = {
  date: 'Date',
  source: 'Source',
  sources: (first: string, others: number) => `${first} and ${others} more`,
};
