import { spawnSync, type StdioOptions } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { site } from '../site.ts';

/* Signatures of the list of checksums, made and checked by the programs that readers have too. */

/** By this name SSH knows who signs. */
const IDENTITY = 'lit-windows';
/** What SSH is told a signature is for. */
const PURPOSE = ['-n', 'file'];

interface Signer {
  program: string;
  /** What the program puts behind the name of the file. */
  ending: string;
  /** Whether a text is a key of the program, secret or public. */
  owns: RegExp;
  sign: (key: string, file: string) => string[];
  /** @param keys file of the public keys that may sign, each with its name */
  verify: (publicKey: string, file: string, keys: string) => string[];
}

const SIGNERS: Signer[] = [
  {
    program: 'minisign',
    ending: '.minisig',
    owns: /^untrusted comment:|^RW[\w+/=]{54}$/,
    // Without a comment of ours it would write down the hour.
    sign: (key, file) => ['-S', '-s', key, '-m', file, '-t', site.name],
    verify: (publicKey, file) => ['-V', '-q', '-P', publicKey, '-m', file],
  },
  {
    program: 'ssh-keygen',
    ending: '.sig',
    owns: /^-----BEGIN OPENSSH PRIVATE KEY|^(?:ssh|sk|ecdsa)-/,
    sign: (key, file) => ['-Y', 'sign', ...PURPOSE, '-f', key, file],
    verify: (_, file, keys) => ['-Y', 'verify', ...PURPOSE, '-f', keys, '-I', IDENTITY, '-s', `${file}.sig`],
  },
];

/** @throws with a sentence where no program knows the key */
function signerOf(key: string): Signer {
  const signer = SIGNERS.find(({ owns }) => owns.test(key));
  if (!signer) throw new Error('This is neither a key of minisign nor one of SSH.');
  return signer;
}

/** Removes the signatures of a file. @returns whether it had one */
export function removeSignatures(file: string): boolean {
  const signatures = SIGNERS.map(({ ending }) => file + ending).filter((path) => existsSync(path));
  for (const path of signatures) rmSync(path);
  return signatures.length > 0;
}

/**
 * Signs a file by a secret key, which may ask for its password at the terminal; a signature that was there is removed.
 * @returns the path of the signature
 * @throws with a sentence where the program is missing or fails
 */
export function sign(file: string, keyFile: string): string {
  const signer = signerOf(readFileSync(keyFile, 'utf8'));
  removeSignatures(file);
  const { status } = run(signer, signer.sign(keyFile, file), 'inherit');
  if (status !== 0) throw new Error(`${signer.program} did not sign ${file} (above).`);
  return file + signer.ending;
}

/** What is wrong with the signature of a file; nothing where it is by the public key. @throws as `sign` does */
export function signatureFault(file: string, publicKey: string): string | undefined {
  const signer = signerOf(publicKey);
  if (!existsSync(file + signer.ending)) return `${file} is not signed: there is no ${file}${signer.ending}.`;
  const folder = mkdtempSync(join(tmpdir(), 'signers-'));
  // A program that reads nothing of what it is handed as `input` would seem to have failed.
  const input = openSync(file, 'r');
  try {
    const keys = join(folder, 'signers');
    writeFileSync(keys, `${IDENTITY} ${publicKey}\n`);
    const { status } = run(signer, signer.verify(publicKey, file, keys), [input, 'ignore', 'ignore']);
    return status === 0 ? undefined : `The signature of ${file} is not by the key that src/site.ts names.`;
  } finally {
    closeSync(input);
    rmSync(folder, { recursive: true });
  }
}

function run({ program }: Signer, args: string[], stdio: StdioOptions) {
  const end = spawnSync(program, args, { stdio });
  if (end.error)
    throw new Error(`${program} cannot be started. Install it: it comes with the packages of your system.`);
  return end;
}
