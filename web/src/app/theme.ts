/**
 * Earshot visual language as a Mantine 9 theme.
 * Colour law: one hue, one meaning.
 *   brand  = where you are, what you can do          red   = time lost, and destroying things
 *   amber  = time running out, and warnings          plum  = risk
 *   clay / slate / teal = negative / neutral / positive sentiment (a colour-blind safe diverging scale)
 * Components never use raw shades: they use the semantic variables below (`--es-*` in colours.ts), which change with the scheme.
 */
import { createTheme, rem, type MantineColorsTuple } from '@mantine/core';

const t = (...c: string[]) => c as unknown as MantineColorsTuple;

export const palette = {
  brand: t('#f0f1ff', '#e2e5ff', '#c6ccff', '#a3acff', '#828df9', '#6571ee', '#4c57dd', '#3e47c2', '#33399c', '#282d78'),
  gray: t('#f8f8fa', '#f2f2f5', '#e7e7ec', '#d6d6de', '#b3b3bf', '#8a8a98', '#646473', '#4b4b58', '#30303b', '#1a1a22'),
  dark: t('#e8e8ee', '#c5c5d0', '#a0a0af', '#777787', '#3b3b48', '#2d2d38', '#23232c', '#18181e', '#131318', '#0d0d11'),
  clay: t('#fbf1ec', '#f6e2d8', '#ebc3b0', '#dfa386', '#d08561', '#b96a45', '#9a5231', '#7f4125', '#64321b', '#4a2412'),
  teal: t('#e8f7f5', '#d2efeb', '#a5ded6', '#74ccc1', '#43b5a8', '#229689', '#0f766c', '#0b5f57', '#094a44', '#073632'),
  plum: t('#fbeef7', '#f6dcee', '#ecb8dc', '#de8fc6', '#cd68ae', '#b54693', '#96307a', '#7a2463', '#5f1a4d', '#471239'),
  amber: t('#fff5e0', '#ffe9bd', '#fcd27c', '#f4b740', '#e09c1a', '#b97a06', '#8a5a00', '#704900', '#563800', '#3d2700'),
  red: t('#fff0ef', '#ffe0de', '#ffbfbb', '#fb9791', '#f0706a', '#dc4a45', '#c2302d', '#a12321', '#7e1a19', '#5b1111'),
};

export const theme = createTheme({
  colors: palette,
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 6 },
  white: '#ffffff',
  black: '#1a1a22',
  autoContrast: false,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'JetBrains Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(40) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(20) },
  defaultRadius: 'sm',
  shadows: {
    xs: '0 1px 2px rgba(18,18,28,.06)',
    sm: '0 1px 3px rgba(18,18,28,.08), 0 1px 2px rgba(18,18,28,.04)',
    md: '0 4px 16px rgba(18,18,28,.10), 0 1px 3px rgba(18,18,28,.06)',
    lg: '0 12px 40px rgba(18,18,28,.16), 0 2px 8px rgba(18,18,28,.06)',
    xl: '0 24px 72px rgba(18,18,28,.24), 0 4px 12px rgba(18,18,28,.08)',
  },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.4' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
      h4: { fontSize: rem(13), lineHeight: '1.4' },
    },
  },
  other: { rowHeight: 112, navWidth: 212, listWidth: 380, railWidth: 296 },
  components: {
    Button: {
      defaultProps: { size: 'xs', radius: 'sm' },
      styles: { root: { fontWeight: 550, '--button-height-xs': rem(30) }, label: { fontSize: rem(13) } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28, radius: 'sm' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'xs', size: 'md' },
      styles: { root: { textTransform: 'none', letterSpacing: 0, fontWeight: 550, fontVariantNumeric: 'tabular-nums' } },
    },
    Paper: { defaultProps: { radius: 'md', withBorder: true } },
    Table: { defaultProps: { verticalSpacing: 9, horizontalSpacing: 'sm', fz: 'sm', highlightOnHover: true } },
    Tabs: {
      defaultProps: { variant: 'default' },
      styles: { tab: { fontSize: rem(13), fontWeight: 550, padding: `${rem(8)} ${rem(10)}` } },
    },
    Tooltip: { defaultProps: { openDelay: 350, radius: 'sm', withArrow: false, fz: 'xs' } },
    HoverCard: { defaultProps: { openDelay: 200, shadow: 'lg', radius: 'md', withinPortal: true } },
    Modal: {
      defaultProps: {
        radius: 'lg',
        shadow: 'xl',
        centered: true,
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
        transitionProps: { transition: 'pop', duration: 120 },
      },
    },
    TextInput: { defaultProps: { size: 'xs' }, styles: { input: { fontSize: rem(13), height: rem(32), minHeight: rem(32) } } },
    NativeSelect: {
      defaultProps: { size: 'xs' },
      styles: { input: { fontSize: rem(13), height: rem(32), minHeight: rem(32) } },
    },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' }, styles: { input: { fontSize: rem(13), height: rem(32), minHeight: rem(32) } } },
    Select: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs', radius: 'sm' }, styles: { label: { fontWeight: 550 } } },
    Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
    Kbd: { defaultProps: { size: 'xs' } },
    Skeleton: { defaultProps: { radius: 'sm' } },
    Anchor: { defaultProps: { fz: 'sm', underline: 'hover' } },
  },
});
