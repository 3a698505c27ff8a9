/** uPlot as texts to be put into a page. Who calls reads them from the installed package: reports read no file. */
export interface ChartLibrary {
  readonly script: string;
  readonly style: string;
  /** Its licence wants to be where the library is. */
  readonly licence: string;
}
