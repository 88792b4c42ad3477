/** By these an element is read out; older browsers know no properties for them. */
type Aria = Partial<Record<`aria-${string}`, string>>;
const IS_ARIA = /^role$|^aria-/;

/** Gives an element properties, and attributes by which it is read out. */
export function assign<Of extends Element>(made: Of, properties: Partial<Of> & Aria): Of {
  for (const [name, value] of Object.entries(properties))
    if (IS_ARIA.test(name)) made.setAttribute(name, String(value));
    else Object.assign(made, { [name]: value });
  return made;
}

/** An element with its properties and what it holds. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> & Aria,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
