/** Words of the list of figures and of the page of each figure, in English. */
export const statistics = {
  title: 'Statistics',
  summary:
    'Every figure on this site, grouped by what it counts, each with its date and its source. Sent is not arrived, and readers are only estimated.',
  conflict: 'accounts differ',
  data: 'All figures as data',
  methodPage: 'How figures are chosen',
  columns: { value: 'Figure', what: 'What it is', when: 'As of, and source' },
  filter: {
    label: 'Narrow the list',
    differ: 'Only where accounts differ',
    words: 'Words in it',
    clear: 'Show all figures',
    // Read by the script: `#n` is the count.
    one: '1 figure shown',
    many: '#n figures shown',
    none: 'No figure fits all of these choices.',
  },
  when: 'As of',
  by: 'Reported by',
  method: 'How it was counted',
  formula: 'Formula',
  not: 'What it does not mean',
  sure: 'Certainty',
  checked: 'Last checked',
  checkedHow: 'compared with what was read in stored copies of its sources',
  sources: 'Sources',
  noArchived: 'No archived copy is known to us.',
  readOn: (date: string) => `Read by us: ${date}.`,
  history: 'All accounts of it',
  historyNote:
    'What was said of the same thing at other times or by others, oldest first. Years without a figure are gaps: nothing was found for them.',
  thisFigure: 'this figure',
  gap: (from: string, to: string) =>
    from === to ? `${from}: no figure found` : `${from} to ${to}: no figure found`,
  conflicts: 'Figures that do not agree with it',
  difference: 'Difference',
  same: 'Both give the same number.',
  overlap: 'As they are worded, one number could satisfy both.',
  unlike: (first: string, second: string) =>
    first === second
      ? 'They do not count the same thing or the same time, so nothing is subtracted.'
      : `They do not count the same thing (${first}; ${second}), so nothing is subtracted.`,
  crossChecks: 'What it would be by other figures',
  crossChecksNote: 'Worked out from the figures named, as their sources word them; not a figure of its own.',
  larger: (amount: string) => `This figure is larger by ${amount}.`,
  smaller: (amount: string) => `This figure is smaller by ${amount}.`,
  parts: 'The sum of its parts',
  log: 'Change log',
  firstVersion: 'First published version.',
};
