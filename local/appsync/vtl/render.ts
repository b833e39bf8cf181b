import { ResolverError } from '../errors';
import type { Namespace } from '../namespace';
import { Interpreter } from './interpreter';
import { parseTemplate } from './syntax';

/** What a handler came to. `returned`: it ended by `#return` or `runtime.earlyReturn`. */
export interface Rendered {
  readonly value: unknown;
  readonly returned: boolean;
}

/**
 * Renders a mapping template and reads the JSON that it wrote. The context is shared, not copied, so what
 * a template puts into `$ctx.stash` is there for the next one.
 * @throws AppSyncError from `$util.error` and the like, ResolverError when the template is at fault
 */
export function renderTemplate(
  template: string,
  context: object,
  { util, extensions }: { readonly util: Namespace; readonly extensions: Namespace },
): Rendered {
  const interpreter = new Interpreter({ util, utils: util, ctx: context, context, extensions });
  const text = interpreter.render(parseTemplate(template));
  if (interpreter.returned) {
    const { value } = interpreter.returned;
    // `#return($util.toJson(x))` returns a text, which stands for the JSON it holds.
    return { value: typeof value === 'string' ? readJson(value) : (value ?? null), returned: true };
  }
  return { value: readJson(text), returned: false };
}

function readJson(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch (cause) {
    const message = `Unable to transform the template's output to JSON: ${trimmed.slice(0, 300)}`;
    throw new ResolverError(message, 'MappingTemplate', { cause });
  }
}
