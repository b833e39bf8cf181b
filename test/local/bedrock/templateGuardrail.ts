import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Guardrail } from '../../../cdk/guardrail';
import { GUARDRAIL, type GuardrailPolicies } from '../../../domain/guardrail/policies';
import { readGuardrails } from '../../../local/assembly/guardrails';
import { createEvaluator } from '../../../local/assembly/intrinsics';
import { DEFAULT_LOCAL_VALUES } from '../../../local/assembly/physicalIds';
import { createResources } from '../../../local/assembly/resources';
import { readStackTree } from '../../../local/assembly/stackTree';
import type { Guardrail as ReadGuardrail } from '../../../local/assembly/types';

/** A guardrail with these policies as the local cloud reads it from the template that would deploy. */
export function templateGuardrail(policies: GuardrailPolicies = GUARDRAIL): ReadGuardrail {
  const outdir = mkdtempSync(join(tmpdir(), 'nevermore-guardrail-'));
  try {
    const app = new App({ outdir });
    new Guardrail(new Stack(app, 'Test'), 'Guardrail', policies);
    app.synth();
    const resources = createResources(readStackTree(outdir), createEvaluator(DEFAULT_LOCAL_VALUES));
    const [guardrail] = readGuardrails(resources);
    if (!guardrail) throw new Error('The template holds no guardrail.');
    return guardrail;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
