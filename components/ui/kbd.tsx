/** A key to press; hidden from assistive technology, which is told by `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <span aria-hidden="true" className="kbd-w">
      <kbd>{children}</kbd>
    </span>
  );
}
