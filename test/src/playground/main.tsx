/** The pages behind the sign-in with a backend in memory: to look at them, and to drive them from a browser. */
import { createRoot } from 'react-dom/client';
import '../../../src/theme/base.css';
import '../../../src/theme/professional.css';
import '../../../src/theme/addams.css';
import { examplePostMortem } from '../../../src/features/library/example';
import SignInPage from '../../../src/features/sign-in/SignInPage';
import SignedInPages from '../../../src/pages/SignedInPages';
import { ThemeProvider } from '../../../src/theme/ThemeProvider';
import { fakeServices } from './fakeServices';

const user = { id: '3f8e2c1a-0b4d-4e6f-8a9b-1c2d3e4f5a6b', name: 'demo@nevermore.local' };
const services = fakeServices(user.id, Number(new URLSearchParams(location.search).get('pace') ?? 400));
Object.assign(window, { services });

const query = new URLSearchParams(location.search);
if (query.has('filled')) {
  const example = examplePostMortem();
  await services.postMortems.create('11111111-1111-4111-8111-111111111111', example, []);
  const others = [
    ['Login loop after certificate rotation', 'SEV1', 'IN_REVIEW', 'identity'],
    ['Search index 40 minutes behind', 'SEV3', 'FINAL', 'search'],
    ['Nightly export wrote to the wrong bucket', 'SEV4', 'DRAFT', 'reporting'],
  ] as const;
  for (const [title, severity, status, service] of others) {
    const content = { ...example, title, severity, status, service, tags: ['incident'] };
    await services.postMortems.create(crypto.randomUUID(), content, []);
  }
}
const path = query.get('path') ?? '/';
history.replaceState(null, '', path);

const page = query.has('signIn') ? (
  <SignInPage expired={query.has('expired')} />
) : (
  <SignedInPages user={user} services={services} onSessionExpired={() => {}} onSignOut={() => {}} />
);
createRoot(document.getElementById('root') as HTMLElement).render(<ThemeProvider>{page}</ThemeProvider>);
