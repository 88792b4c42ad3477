/** What an imported file of words holds. One that cannot be read has none: the check says what is wrong with it. */
export const readable = <Words extends object>(file: Promise<{ default: Words }>): Promise<Words> =>
  file.then((one) => one.default).catch(() => ({}) as Words);
