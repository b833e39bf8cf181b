import { readFile } from '../../../../src/features/import/readFile';

it('a file of Markdown is read as it stands, and a page as Markdown, with what could not be kept', async () => {
  expect(await readFile(new File(['# Über alles\n'], 'a.md'))).toEqual({
    markdown: '# Über alles\n',
    told: [],
  });
  const page = '<title>Down</title><p>It broke.</p><img src="data:image/png;base64,AAAA">';
  expect(await readFile(new File([page], 'a.HTML'))).toEqual({
    markdown: '# Down\n\nIt broke.\n',
    told: [expect.stringMatching(/^Pictures cannot be kept/)],
  });
});

it('a file whose letters would be lost is refused with what to do, instead of imported without them', async () => {
  // "é" as Windows wrote it before UTF-8.
  const file = new File([new Uint8Array([0x63, 0x61, 0x66, 0xe9])], 'old.md');
  await expect(readFile(file)).rejects.toMatchObject({
    message: expect.stringContaining('old.md'),
    advice: expect.stringContaining('Save it as UTF-8'),
  });
});

it('a file that is not there any more is said so', async () => {
  const file = new File(['x'], 'gone.md');
  file.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotFoundError'));
  await expect(readFile(file)).rejects.toMatchObject({ message: expect.stringContaining('gone.md') });
});
