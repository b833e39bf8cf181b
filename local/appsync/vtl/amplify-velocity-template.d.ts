/** AWS's fork of velocity.js; only its parser is used. */
declare module 'amplify-velocity-template' {
  const velocity: {
    parse(template: string, blocks?: object, keepSpace?: boolean): unknown[];
  };
  export default velocity;
}
