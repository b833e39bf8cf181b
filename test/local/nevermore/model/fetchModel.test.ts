import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE, type CatalogueModel } from '../../../../local/nevermore/model/catalogue';
import { NotAModelError, PublisherError, WrongFileError } from '../../../../local/nevermore/model/errors';
import { fetchModel, modelFile } from '../../../../local/nevermore/model/fetchModel';
import { publishedFile } from '../../../../local/nevermore/model/publisher';
import { type FakePublisher, fakePublisher, zipOf } from './publisherServer';

const byId = (id: string) => CATALOGUE.find((model) => model.id === id) as CatalogueModel;
const FROM_WHEEL = byId('smollm2-135m');
const FROM_TREE = byId('qwen3-4b');

const WEIGHTS = Buffer.concat([Buffer.from('GGUF'), Buffer.alloc(300_000, 7)]);
const entryOf = (model: CatalogueModel): string =>
  model.publisher.on === 'pypi' ? model.publisher.entry : '';

let folder: string;
let publisher: FakePublisher | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
});
afterEach(async () => {
  await publisher?.close();
  publisher = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function fetched(
  model: CatalogueModel,
  from: FakePublisher,
  onProgress: (bytes: number) => void = () => {},
) {
  const published = await publishedFile(model.publisher, { pypi: from.url, huggingface: from.url });
  return fetchModel(folder, model, published, (bytes) => {
    onProgress(bytes);
    from.read(bytes);
  });
}

describe('a model of the list', () => {
  it('comes out of its wheel, and nothing else stays', async () => {
    publisher = await fakePublisher(zipOf(entryOf(FROM_WHEEL), WEIGHTS));
    const model = await fetched(FROM_WHEEL, publisher);
    expect(model).toEqual({ file: modelFile(folder, FROM_WHEEL), name: 'SmolLM2-135M-Instruct Q4_1' });
    expect(readFileSync(model.file).equals(WEIGHTS)).toBe(true);
    expect(readdirSync(folder)).toEqual(['smollm2-135m.gguf']);
  });

  it('comes as a plain file, and is not fetched a second time', async () => {
    publisher = await fakePublisher(WEIGHTS);
    await fetched(FROM_TREE, publisher);
    await fetched(FROM_TREE, publisher);
    expect(publisher.ranges).toHaveLength(1);
  });

  it('goes on where a broken connection left it, and says how far it is', async () => {
    publisher = await fakePublisher(WEIGHTS, { cutAt: [100_000, 50_000] });
    const seen: number[] = [];
    const progress = (bytes: number) => {
      seen.push(bytes);
    };
    await expect(fetched(FROM_TREE, publisher, progress)).rejects.toThrow(PublisherError);
    await expect(fetched(FROM_TREE, publisher, progress)).rejects.toThrow('what is already there is kept');
    const { file } = await fetched(FROM_TREE, publisher, progress);
    expect(readFileSync(file).equals(WEIGHTS)).toBe(true);
    expect(publisher.ranges).toEqual([undefined, 'bytes=100000-', 'bytes=150000-']);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(WEIGHTS.length);
  });

  it('is fetched from the start where a server knows no ranges', async () => {
    publisher = await fakePublisher(WEIGHTS, { cutAt: [100_000], knowsRanges: false });
    await expect(fetched(FROM_TREE, publisher)).rejects.toThrow(PublisherError);
    const { file } = await fetched(FROM_TREE, publisher);
    expect(readFileSync(file).equals(WEIGHTS)).toBe(true);
  });

  it('is refused and removed when it is not what the publisher names', async () => {
    publisher = await fakePublisher(WEIGHTS, { wrongHash: true });
    await expect(fetched(FROM_TREE, publisher)).rejects.toThrow(WrongFileError);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused when what was left over is longer than the file', async () => {
    publisher = await fakePublisher(WEIGHTS);
    writeFileSync(`${modelFile(folder, FROM_TREE)}.part`, Buffer.alloc(WEIGHTS.length + 1));
    const { file } = await fetched(FROM_TREE, publisher);
    expect(readFileSync(file).equals(WEIGHTS)).toBe(true);
  });

  it.each([
    ['an archive without the model', zipOf('other.txt', WEIGHTS), 'it holds no'],
    ['no archive at all', Buffer.from('<html>Please sign in</html>'), 'it is no ZIP archive'],
    [
      'an archive with something else in the model’s place',
      zipOf(entryOf(FROM_WHEEL), Buffer.from('text')),
      'does not begin as one',
    ],
  ])('is no model when the file is %s', async (_what, file, why) => {
    publisher = await fakePublisher(file);
    const outcome = fetched(FROM_WHEEL, publisher);
    await expect(outcome).rejects.toThrow(NotAModelError);
    await expect(outcome).rejects.toThrow(why);
  });
});

describe('a publisher', () => {
  it('that has no such file is named with its address', async () => {
    publisher = await fakePublisher(WEIGHTS);
    const addresses = { pypi: publisher.url, huggingface: publisher.url };
    await expect(
      publishedFile({ on: 'huggingface', repository: 'Qwen/Qwen3-4B-GGUF', file: 'x.gguf' }, addresses),
    ).rejects.toThrow('it names no file x.gguf');
    await expect(
      publishedFile({ on: 'pypi', project: 'gone', wheel: 'w', entry: 'e' }, addresses),
    ).rejects.toThrow(`${publisher.url}/simple/gone/ could not be read: HTTP 404`);
  });

  it('that cannot be reached leaves a way: a file that is already here', async () => {
    const nobody = { pypi: 'http://127.0.0.1:9', huggingface: 'http://127.0.0.1:9' };
    await expect(publishedFile(FROM_WHEEL.publisher, nobody)).rejects.toThrow('--file path.gguf');
  });
});

it('leaves no half model under the model’s name, however a download ends', async () => {
  publisher = await fakePublisher(WEIGHTS, { cutAt: [1_000] });
  await expect(fetched(FROM_TREE, publisher)).rejects.toThrow(PublisherError);
  expect(existsSync(modelFile(folder, FROM_TREE))).toBe(false);
});
