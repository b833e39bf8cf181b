export * from './deciding';
export { fingerprintOf } from './fingerprint';
export * from './review';
