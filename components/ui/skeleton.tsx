/** Bones in the place of rows that are on their way; they show only after 300 ms. `label` is read out. */
export function Skeleton({ rows = 3, label }: { rows?: number; label: string }) {
  return (
    <div className="skel late" role="status">
      <span className="vh">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <div key={index} className="skel-r" aria-hidden="true">
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
