/** Makes a thing when it is first asked for, and once. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Keeps what is made of a text: to make a formatter takes forty times as long as to use it, and days repeat. */
export function keptFor<Made>(make: (text: string) => Made): (text: string) => Made {
  const kept = new Map<string, Made>();
  return (text) => {
    const known = kept.get(text) ?? make(text);
    kept.set(text, known);
    return known;
  };
}
