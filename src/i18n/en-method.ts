/* The glossary, and the way from a figure to what its words mean, in English. */

export const glossary = {
  terms: 'Terms',
  names: 'Names and their spellings',
  note: 'In bold the one spelling of this site. Sources also use the others; the search finds each of them.',
  also: 'Also:',
};

export const definitions = {
  label: 'What the words mean',
  stage: (title: string) => `What “${title}” means`,
  certainty: 'How certainty is graded',
  glossary: 'Glossary',
};
