import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { THEME_IDS } from '../../../domain/themes';

const root = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = ['domain', 'lambda', 'src', 'local', 'cdk', 'amplify', 'public'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|m?js)$/.test(path))
    .map((path) => `${folder}/${path}`),
);

it.each(THEME_IDS)(
  '%s is told apart in its own rooms and nowhere else, so that a theme is added in one place',
  (id) => {
    const elsewhere = sources.filter(
      (path) => !path.startsWith(`domain/themes/${id}/`) && !path.startsWith(`src/theme/${id}/`),
    );
    expect(elsewhere.length).toBeGreaterThan(300);
    expect(elsewhere.filter((path) => new RegExp(`['"\`]${id}['"\`]`).test(read(path)))).toEqual([]);
  },
);

it.each(THEME_IDS)('%s has a look, which the page loads and the switch turns on', (id) => {
  expect(read('src/theme/themes.css')).toContain(`@import "./${id}/theme.css";`);
  expect(read(`src/theme/${id}/theme.css`)).toContain(`:root[data-theme="${id}"]`);
});
