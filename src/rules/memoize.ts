/** Makes a thing when it is first asked for, and once. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Keeps what is made of a text: to make a formatter takes forty times as long as to use it, and days repeat. */
export const memoize = <Text extends string, Made>(make: (text: Text) => Made) =>
  keeping<Text, Made>(new Map<Text, Made>(), make);

/** Keeps what is made of a thing as long as the thing itself. */
export const memoizeWeak = <Of extends object, Made>(make: (of: Of) => Made) =>
  keeping<Of, Made>(new WeakMap<Of, Made>(), make);

/**
 * Keeps what was made of the last things: to keep it of all would take more time, of the collector, than it saves.
 * @param count of so many
 */
export function memoizeLru<Of extends {}, Made>(count: number, make: (of: Of) => Made): (of: Of) => Made {
  const kept = new Map<Of, Made>();
  return (of) => {
    const known = kept.get(of) ?? make(of);
    kept.delete(of);
    kept.set(of, known);
    const [oldest] = kept.keys();
    if (kept.size > count && oldest) kept.delete(oldest);
    return known;
  };
}

interface Kept<Key, Made> {
  get: (key: Key) => Made | undefined;
  set: (key: Key, made: Made) => unknown;
}

function keeping<Key, Made>(kept: Kept<Key, Made>, make: (key: Key) => Made) {
  return (key: Key): Made => {
    let made = kept.get(key);
    if (made === undefined) kept.set(key, (made = make(key)));
    return made;
  };
}
