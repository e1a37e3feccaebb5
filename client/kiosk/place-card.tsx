/** The card that stands on the table at one's place. */
export function PlaceCard({ label }: { readonly label: string }) {
  return (
    <div aria-hidden className="wood rounded-xl px-8 py-5 sm:px-16 sm:py-10">
      <div className="place-card code-face grid min-w-40 place-items-center px-10 py-4 font-bold text-[clamp(3rem,12vw,8rem)] sm:py-6 leading-none sm:min-w-64">
        {label}
      </div>
    </div>
  );
}
