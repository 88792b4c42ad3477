import type { AstroIntegration } from 'astro';
import en from './en.json' with { type: 'json' };
import { gapsOf, messagesOf, type Gap } from './messages.ts';

/* TypeScript knows the names of the words from the JSON, but not what stands in a message. */

const TYPES: Record<Gap, string> = { text: 'string | number', number: 'number', tag: 'never' };
const SENTENCE = 'readonly (string | { readonly tag: string; readonly text: string })[]';

/** Tells TypeScript what fills the gaps of each English message, wherever Astro writes its other types. */
export function messageTypes(): AstroIntegration {
  return {
    name: 'message-types',
    hooks: {
      'astro:config:done': ({ injectTypes }) => {
        const types = messagesOf(en).flatMap(([path, message]) => typeOf(path.join('.'), gapsOf(message)));
        injectTypes({
          filename: 'messages.d.ts',
          content: `interface MessageTypes {\n${types.join('\n')}\n}\n`,
        });
      },
    },
  };
}

function typeOf(path: string, gaps: ReadonlyMap<string, Gap>): string[] {
  if (gaps.size === 0) return [];
  const filled = [...gaps].filter(([, gap]) => gap !== 'tag').map(([name, gap]) => `${name}: ${TYPES[gap]}`);
  const result = filled.length < gaps.size ? SENTENCE : 'string';
  return [
    `  '${path}': ${filled.length === 0 ? result : `(values: { ${filled.join('; ')} }) => ${result}`};`,
  ];
}
