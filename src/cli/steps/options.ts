export interface StepsOptions {
  readonly config: string;
  readonly env?: string;
  readonly topic?: string;
  readonly format: 'text' | 'json' | 'markdown';
}
