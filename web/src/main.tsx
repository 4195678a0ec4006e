/** Starts the page: language first, then everything else. */
import '@fontsource-variable/inter/wght.css';
import './styles/mantine.js';
import './styles/base.css';
import './styles/frame.css';
import './styles/desk.css';
import './styles/case.css';
import './styles/composing.css';
import './styles/escalation.css';
import './styles/sign-in.css';
import './styles/listening.css';
import './styles/setup.css';
import './styles/rooms.css';
import './styles/standards.css';
import './styles/judgement.css';
import './styles/blind.css';
import './styles/acknowledgements.css';
import './styles/overlays.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.js';
import { cssVariablesResolver } from './app/colours.js';
import { theme } from './app/theme.js';
import { router } from './app/router.js';
import { startI18n } from './components/i18n.js';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      retry: (tries, error) => tries < 2 && error instanceof ApiError && [0, 502, 503, 504].includes(error.problem.status),
    },
  },
});

await startI18n();
createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
