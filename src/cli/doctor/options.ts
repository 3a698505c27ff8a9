export interface DoctorOptions {
  readonly config: string;
  readonly env?: string;
  readonly format: 'text' | 'json';
}
