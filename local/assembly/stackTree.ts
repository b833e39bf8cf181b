import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblyFormatError } from './errors';
import type { Expression, Template } from './template';

/** One stack of the assembly with the nested stacks below it. */
export interface Stack {
  /** Template file, relative to the assembly. */
  readonly file: string;
  readonly template: Template;
  readonly parent?: Stack;
  /** The values the parent passes, still unresolved, in the parent's terms. */
  readonly parameters: { readonly [name: string]: Expression };
  /** By the logical id of the `AWS::CloudFormation::Stack` resource. */
  readonly children: ReadonlyMap<string, Stack>;
}

export interface StackTree {
  readonly root: Stack;
  /** Every stack, parents before children. */
  readonly stacks: readonly Stack[];
  /** Absolute path of the asset that a template names by its 64-digit hash, anywhere inside `location`. */
  assetPath(location: unknown): string;
  /** Absolute paths of every asset. */
  readonly assets: readonly string[];
}

interface Manifest {
  artifacts?: { [id: string]: { type: string; properties?: { templateFile?: string } } };
}

interface AssetManifest {
  files?: { [hash: string]: { source?: { path?: string } } };
}

/**
 * Reads the manifest and every template of a CDK assembly.
 * @throws AssemblyFormatError when a file is missing or is not JSON
 */
export function readStackTree(directory: string): StackTree {
  const read = <T>(file: string): T => {
    try {
      return JSON.parse(readFileSync(join(directory, file), 'utf8')) as T;
    } catch (cause) {
      throw new AssemblyFormatError(`${join(directory, file)} cannot be read.`, { cause });
    }
  };
  const artifacts = Object.values(read<Manifest>('manifest.json').artifacts ?? {});
  const rootFile = artifacts.find(({ type }) => type === 'aws:cloudformation:stack')?.properties
    ?.templateFile;
  if (rootFile === undefined) throw new AssemblyFormatError(`${directory} holds no stack.`);
  // The hash is the only name: Metadata["aws:asset:path"] is there only when the CDK CLI asks for it.
  const files = read<AssetManifest>(rootFile.replace('.template.json', '.assets.json')).files ?? {};

  const relativeAsset = (location: unknown): string => {
    const hash = /[0-9a-f]{64}/.exec(JSON.stringify(location) ?? '')?.[0];
    const path = hash === undefined ? undefined : files[hash]?.source?.path;
    if (path === undefined) {
      throw new AssemblyFormatError(`No asset in ${directory} for ${JSON.stringify(location)}.`);
    }
    return path;
  };

  const stacks: Stack[] = [];
  const load = (file: string, parent: Stack | undefined, parameters: Stack['parameters']): Stack => {
    const template = read<Template>(file);
    const children = new Map<string, Stack>();
    const stack: Stack = { file, template, parent, parameters, children };
    stacks.push(stack);
    for (const [logicalId, resource] of Object.entries(template.Resources ?? {})) {
      if (resource.Type !== 'AWS::CloudFormation::Stack') continue;
      const passed = (resource.Properties?.Parameters ?? {}) as Stack['parameters'];
      children.set(logicalId, load(relativeAsset(resource.Properties?.TemplateURL), stack, passed));
    }
    return stack;
  };

  return {
    root: load(rootFile, undefined, {}),
    stacks,
    assetPath: (location) => join(directory, relativeAsset(location)),
    assets: Object.values(files).flatMap(({ source }) =>
      source?.path === undefined ? [] : [join(directory, source.path)],
    ),
  };
}
