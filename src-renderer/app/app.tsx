import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../ipc/query-client.ts';
import { BookGate } from './book-gate.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Look } from './look.tsx';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Look>
        <ErrorBoundary>
          <BookGate />
        </ErrorBoundary>
      </Look>
    </QueryClientProvider>
  );
}
