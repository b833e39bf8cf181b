/**
 * The account that is there on first start. Its password protects nothing: everything listens on this
 * machine only, and the account exists only here.
 */
export const DEMO_ACCOUNT = { email: 'demo@nevermore.local', password: 'Quoth-the-raven-1' } as const;
