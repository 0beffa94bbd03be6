/** What of saxen is used. It comes without types. */
declare module "saxen" {
  type Attributes = Readonly<Record<string, string | undefined>>;
  export class Parser {
    on(event: "openTag", hear: (name: string, attributes: () => Attributes) => void): this;
    on(event: "closeTag", hear: (name: string) => void): this;
    on(event: "text" | "cdata" | "attention", hear: (text: string) => void): this;
    on(event: "error", hear: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | undefined;
  }
}
