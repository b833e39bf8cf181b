import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

export interface SourceGateOptions {
  projectDir: string;
  /** The one file of a state folder that the page imports. */
  outputsFile: string;
  /** Holds keys and accounts; nothing else in it is ever a source, wherever it lies. */
  stateDir: string;
}

/** What a request to the server that develops is for: one of the app's own files, a page of it, or neither. */
export type Passage = 'file' | 'page' | 'nothing';

/** What the page is made of, and the packages it imports. */
const SOURCES = ['src', 'domain', 'lambda/prompts', 'node_modules'];

const BUNDLED_PACKAGES = 'node_modules/.vite';

/** Vite's own modules, which are no files: its client, React's refresh, and what plugins make up. */
const VITE_OWN = /^\/@(?:vite\/(?:client|env)|react-refresh|id\/__x00__[^/.]*)$/;

/** Folders and files that Vite may read for a request. */
export const readableBy = ({ projectDir, outputsFile }: SourceGateOptions): string[] => [
  ...[...SOURCES, 'public', 'index.html'].map((name) => join(projectDir, name)),
  outputsFile,
];

/**
 * Decides by path, and before Vite sees it, what is served while developing. Vite serves whatever lies below
 * its root, which here is the project: with its state folders, their keys and accounts.
 */
export function createSourceGate(options: SourceGateOptions): (url: string) => Passage {
  const { projectDir } = options;
  const stateDir = real(options.stateDir) ?? options.stateDir;
  const outputsFile = real(options.outputsFile);
  const roots = SOURCES.map((name) => real(join(projectDir, name)));
  const publicDir = real(join(projectDir, 'public'));

  const isSource = (file: string): boolean => {
    // Where it really lies: a link may lead out.
    const path = real(file);
    // Vite bundles packages while the browser waits for them: that file is still to be written.
    if (path === undefined) return isWithin(file, join(projectDir, BUNDLED_PACKAGES));
    if (!statSync(path).isFile()) return false;
    if (path === outputsFile) return true;
    return !isWithin(path, stateDir) && roots.some((root) => root !== undefined && isWithin(path, root));
  };
  const isPublic = (path: string): boolean => {
    const file = real(join(projectDir, 'public', path));
    return (
      file !== undefined && publicDir !== undefined && isWithin(file, publicDir) && statSync(file).isFile()
    );
  };

  return (url) => {
    const path = decoded(url.split(/[?#]/, 1)[0] ?? '');
    if (path === undefined) return 'nothing';
    if (path === '/' || path === '/index.html') return 'page';
    if (VITE_OWN.test(path)) return 'file';
    const file = path.startsWith('/@fs/') ? path.slice('/@fs'.length) : join(projectDir, path);
    if (isSource(file) || isPublic(path)) return 'file';
    // Every other path without an ending is a page of the app, which finds its own way.
    return /\.\w+$/.test(path) || path.startsWith('/@') ? 'nothing' : 'page';
  };
}

/** A path as the file system will see it, or undefined for one that wants to be read in two ways. */
function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path);
    const isPlain = text.startsWith('/') && !/[\\%\0]|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(text);
    return isPlain ? text : undefined;
  } catch {
    return undefined;
  }
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
