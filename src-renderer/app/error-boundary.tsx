import { Component, type ErrorInfo, type ReactNode } from 'react';
import { PageFault } from './page-fault.tsx';

interface Props {
  readonly children: ReactNode;
  /** Changes when the user goes elsewhere: what failed there need not fail here. */
  readonly place?: string;
}

interface State {
  readonly fault: Error | null;
  readonly place: string | undefined;
}

/** A bug in one page is said on that page; the rest of the window goes on, and drafts are already kept. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: null, place: this.props.place };

  static getDerivedStateFromError(fault: unknown): Partial<State> {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { fault: null, place: props.place };
  }

  override componentDidCatch(fault: Error, info: ErrorInfo): void {
    console.error(fault, info.componentStack);
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return <PageFault message={fault.message} onRetry={() => this.setState({ fault: null })} />;
  }
}
