import NodeEnvironment from 'jest-environment-node';

export default class OneRealm extends NodeEnvironment {}
