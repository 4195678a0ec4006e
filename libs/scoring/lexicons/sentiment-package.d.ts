declare module 'sentiment/languages/en/index.js' {
  export const labels: Readonly<Record<string, number>>;
}
