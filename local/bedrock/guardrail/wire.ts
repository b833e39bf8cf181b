/** The parts of Bedrock's GuardrailAssessment that this endpoint fills, in the API's own words. */
export interface Assessment {
  wordPolicy?: {
    customWords: { match: string; action: 'BLOCKED' | 'NONE'; detected: true }[];
    managedWordLists: never[];
  };
  sensitiveInformationPolicy?: {
    piiEntities: { match: string; type: string; action: Done; detected: true }[];
    regexes: { name: string; match: string; regex: string; action: Done; detected: true }[];
  };
  invocationMetrics: {
    /** Milliseconds. */
    guardrailProcessingLatency: number;
    usage: Usage;
    guardrailCoverage: Coverage;
  };
  appliedGuardrailDetails: {
    guardrailId: string;
    guardrailVersion: string;
    guardrailArn: string;
    guardrailOrigin: ['REQUEST'];
    guardrailOwnership: 'SELF';
  };
}

type Done = 'BLOCKED' | 'ANONYMIZED' | 'NONE';

export interface Coverage {
  textCharacters: { guarded: number; total: number };
}

export interface Usage {
  topicPolicyUnits: number;
  contentPolicyUnits: number;
  wordPolicyUnits: number;
  sensitiveInformationPolicyUnits: number;
  sensitiveInformationPolicyFreeUnits: number;
  contextualGroundingPolicyUnits: number;
}

/** `trace.guardrail` of a reply to Converse. */
export interface GuardrailTrace {
  modelOutput?: string[];
  inputAssessment?: Record<string, Assessment>;
  outputAssessments?: Record<string, Assessment[]>;
  actionReason?: string;
}

/** `guardrailConfig` of a request to Converse. */
export interface GuardrailConfig {
  guardrailIdentifier: string;
  guardrailVersion: string;
  trace?: 'enabled' | 'disabled' | 'enabled_full';
}
