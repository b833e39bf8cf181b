import { dimensionsOf, UnsuitableDimensionsError } from '../../lambda/models';

it('embeds in 256 dimensions, or in what the embedder offers and a deployment asks for', () => {
  expect([undefined, '', '512', ' 1024 '].map(dimensionsOf)).toEqual([256, 256, 512, 1_024]);
  for (const asked of ['0', '300', 'many', '1e3'])
    expect(() => dimensionsOf(asked)).toThrow(UnsuitableDimensionsError);
});
