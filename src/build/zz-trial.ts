import { mdxToMdast } from 'satteri';
import { postText } from './new-post.ts';
const text = (n: any): string => (n.value ?? '') + (n.children ?? []).map(text).join('');
const bits = ['import x', 'export', '#', '# ', '- ', '+ ', '1. ', '12) ', '> ', '* ', '_a_', '**b**', '`c`', '<b>', '</b>', '{x}', '[a](b)', '![', '&lt;', '&#35;', '&', 'http://x.org', 'https://y.org/a_b', 'www.z.org', 'a@b.org', '~~s~~', '|a|b|', '---', '===', '\\', 'word', ' ', '“quoted”', '"straight"', "it's", '김정은', '🎈', ':::', 'import', '...', '--', '$x$', '^a^', '[^1]', '[^1]: x', ':smile:', 'mailto:a@b.c','HTTP://X.ORG', '    ', '\t', '$$', '%%', '+++', '=a=','[ ] x', '!', '(', ')', '"', "'"];
let bad = 0;
for (let i = 0; i < 200000; i++) {
  const n = 1 + Math.floor(Math.random() * 6);
  let s = '';
  for (let j = 0; j < n; j++) s += bits[Math.floor(Math.random() * bits.length)] + (Math.random() < 0.5 ? ' ' : '');
  s = s.replace(/\s+/g, ' ').trim(); if (s === '') continue;
  const body = postText({ kind: 'update', summary: s }, '2026-01-01').split('\n\n').slice(2).join('\n\n').trimEnd();
  const first = (() => { let t=''; for (const {segment} of new Intl.Segmenter('en',{granularity:'sentence'}).segment(s)) { t+=segment; if (t.trim().length>=20) break;} return t.trim(); })();
  let tree: any, why = '';
  try { tree = mdxToMdast(postText({ kind: 'update', summary: s }, '2026-01-01')); } catch (e) { why = String(e); }
  if (!why) {
    const kids = tree.children.filter((c: any) => !['yaml','mdxFlowExpression'].includes(c.type));
    if (kids.length !== 1 || kids[0].type !== 'paragraph') why = 'kids ' + JSON.stringify(kids.map((k: any) => k.type));
    else if (kids[0].children.some((c: any) => c.type !== 'text')) why = 'inline ' + kids[0].children.map((c: any) => c.type);
    else if (text(kids[0]).toLowerCase() !== first.toLowerCase()) why = 'text ' + text(kids[0]);
  }
  if (why) { if (bad++ < 15) console.log(JSON.stringify(s), '=>', body, '::', why.slice(0, 150)); }
}
console.log('bad', bad);
