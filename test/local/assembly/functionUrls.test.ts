import type { LambdaFunction } from '../../../local/assembly';
import { DEFAULT_LOCAL_VALUES } from '../../../local/assembly';
import { functionUrlIds, readFunctionUrls } from '../../../local/assembly/functionUrls';
import { createEvaluator } from '../../../local/assembly/intrinsics';
import { createResources } from '../../../local/assembly/resources';
import type { StackTree } from '../../../local/assembly/stackTree';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:Mcp';
const OPEN = {
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName: { 'Fn::GetAtt': ['Mcp', 'Arn'] },
    FunctionUrlAuthType: 'NONE',
    Principal: '*',
  },
};
const url = (properties: object = {}) => ({
  Type: 'AWS::Lambda::Url',
  Properties: { AuthType: 'NONE', TargetFunctionArn: { 'Fn::GetAtt': ['Mcp', 'Arn'] }, ...properties },
});

function read(resources: object) {
  const template = { Resources: { Mcp: { Type: 'AWS::Lambda::Function', Properties: {} }, ...resources } };
  const stack = { file: 'root', template, parameters: {}, children: new Map() };
  const tree = { root: stack, stacks: [stack], assets: [], assetPath: () => '' } as unknown as StackTree;
  const evaluate = createEvaluator({ ...DEFAULT_LOCAL_VALUES, functionUrls: functionUrlIds(tree) });
  return readFunctionUrls(createResources(tree, evaluate), [{ name: 'Mcp', arn: ARN } as LambdaFunction]);
}

test('each function URL has a port of its own, and is open only where a permission lets everybody in', () => {
  expect(read({ One: url(), Two: url({ Qualifier: 'live' }), Open: OPEN })).toEqual([
    { logicalId: 'One', url: 'http://localhost:5180/', functionArn: ARN, isOpen: true, unserved: [] },
    {
      logicalId: 'Two',
      url: 'http://localhost:5181/',
      functionArn: ARN,
      qualifier: 'live',
      isOpen: true,
      unserved: [],
    },
  ]);
  expect(read({ One: url() })).toMatchObject([{ isOpen: false }]);
  const signed = { ...OPEN, Properties: { ...OPEN.Properties, FunctionUrlAuthType: 'AWS_IAM' } };
  expect(read({ One: url(), Signed: signed })).toMatchObject([{ isOpen: false }]);
});

test('what of a function URL is not served is named, and does not keep the rest from starting', () => {
  const cors = { AllowOrigins: ['*'] };
  const strange = url({ AuthType: 'AWS_IAM', InvokeMode: 'RESPONSE_STREAM', Cors: cors });
  expect(read({ One: strange })).toMatchObject([
    { unserved: ['AuthType AWS_IAM', 'InvokeMode RESPONSE_STREAM', 'Cors'] },
  ]);
  expect(read({ One: url({ TargetFunctionArn: 'arn:aws:lambda:us-east-1:1:function:other' }) })).toEqual([]);
});
