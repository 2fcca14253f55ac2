/** How much went over the wire, for tests that ask whether the add-in keeps within the limits. */
export class Traffic {
  requests = 0;
  largestRequest = 0;
  largestResponse = 0;

  request(bytes: number): void {
    this.requests += 1;
    this.largestRequest = Math.max(this.largestRequest, bytes);
  }

  response(bytes: number): void {
    this.largestResponse = Math.max(this.largestResponse, bytes);
  }
}
