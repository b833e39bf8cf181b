import { createTheme } from '@aws-amplify/ui-react';
import { THEME_IDS, type ThemeId } from '../../domain/themes';

/** The sign-in form in the tokens of our own themes, so that a colour changes in one file. */
const theme = (name: ThemeId) =>
  createTheme({
    name,
    tokens: {
      colors: {
        font: {
          primary: { value: 'var(--ink)' },
          secondary: { value: 'var(--ink-soft)' },
          tertiary: { value: 'var(--ink-soft)' },
          interactive: { value: 'var(--accent-ink)' },
          error: { value: 'var(--danger)' },
        },
        background: {
          primary: { value: 'var(--panel)' },
          secondary: { value: 'var(--sunken)' },
          error: { value: 'var(--danger-wash)' },
        },
        border: {
          primary: { value: 'var(--line-strong)' },
          secondary: { value: 'var(--line)' },
          focus: { value: 'var(--focus)' },
          error: { value: 'var(--danger)' },
        },
        primary: {
          10: { value: 'var(--accent-wash)' },
          20: { value: 'var(--accent-wash)' },
          60: { value: 'var(--accent-ink)' },
          80: { value: 'var(--accent)' },
          90: { value: 'var(--accent-strong)' },
          100: { value: 'var(--accent-strong)' },
        },
      },
      fonts: {
        default: { variable: { value: 'var(--body-font)' }, static: { value: 'var(--body-font)' } },
      },
      components: {
        authenticator: {
          router: {
            borderWidth: { value: '0' },
            boxShadow: { value: 'none' },
            backgroundColor: { value: 'transparent' },
          },
        },
        button: {
          primary: {
            backgroundColor: { value: 'var(--accent)' },
            color: { value: 'var(--on-accent)' },
            _hover: {
              backgroundColor: { value: 'var(--accent-strong)' },
              color: { value: 'var(--on-accent)' },
            },
            _focus: {
              backgroundColor: { value: 'var(--accent-strong)' },
              color: { value: 'var(--on-accent)' },
            },
            _active: {
              backgroundColor: { value: 'var(--accent-strong)' },
              color: { value: 'var(--on-accent)' },
            },
          },
          link: { color: { value: 'var(--accent-ink)' } },
        },
        fieldcontrol: {
          color: { value: 'var(--ink)' },
          borderColor: { value: 'var(--line-strong)' },
          _focus: { borderColor: { value: 'var(--focus)' } },
        },
        input: { color: { value: 'var(--ink)' } },
        tabs: {
          item: {
            color: { value: 'var(--ink-soft)' },
            _active: { color: { value: 'var(--ink)' }, borderColor: { value: 'var(--accent)' } },
          },
        },
      },
    },
  });

export const AMPLIFY_THEMES = Object.fromEntries(THEME_IDS.map((id) => [id, theme(id)])) as Record<
  ThemeId,
  ReturnType<typeof theme>
>;
